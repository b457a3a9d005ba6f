import type { Report } from '@/lib/report/report';
import { ownLink } from '@/lib/own-link';
import { clipped } from '@/lib/show/clipped';
import type { Contact } from '@/lib/show/contacts/contact';
import { contactsOf } from '@/lib/show/contacts/contacts';
import { PART_WORD } from '@/lib/show/page-parts';
import { FileText } from 'lucide-react';
import { AnchorButton } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel, PanelRow } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';

/** Characters drawn of one address or sentence: they hold names of others. */
const DRAWN = 512;

/** Whom to write to when the other side has to act, or may have to, and a mail that is ready to be sent. */
export function ContactSection({ report }: { report: Report }) {
  const found = contactsOf(report);
  if (found === null) return null;
  const { intro, contacts, pages, caution } = found;
  const mail = `/check/${report.id}/mail.txt`;
  return (
    <Section id="contacts" title={PART_WORD.contacts}>
      <Panel className="overflow-hidden">
        <p className="px-4.5 py-3.5 font-semibold">{intro}</p>
        {(contacts.length > 0 || pages.length > 0) && (
          <ul className="border-line border-t">
            {contacts.map((contact) => (
              <ContactRow key={contact.role} contact={contact} mail={mail} />
            ))}
            {pages.map(({ provider, url }) => (
              <PanelRow key={url} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
                <span>
                  <a href={url} rel="noreferrer" className="text-note font-mono wrap-anywhere underline">
                    {url}
                  </a>
                </span>
                <span className="text-soft text-sm">what {provider} publishes for senders</span>
              </PanelRow>
            ))}
          </ul>
        )}
        {caution !== '' && (
          <div className="border-line border-t px-4.5 py-2.5">
            <p className="text-soft max-w-finding text-sm wrap-anywhere">{clipped(caution, DRAWN)}</p>
          </div>
        )}
        {contacts.length > 0 && (
          <div className="screen-only border-line flex flex-wrap gap-2 border-t px-4.5 py-3">
            <CopyButton source={{ from: mail }} label="Copy a ready mail" />
            <AnchorButton href={mail}>
              <FileText aria-hidden size={15} /> Read it
            </AnchorButton>
          </div>
        )}
      </Panel>
    </Section>
  );
}

/** The address opens the mail program, with the mail in it. */
function ContactRow({ contact: { address, says }, mail }: { contact: Contact; mail: string }) {
  return (
    <PanelRow className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
      <a
        href={`mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`}
        data-mail-from={ownLink(mail)}
        className="text-note font-mono wrap-anywhere underline"
      >
        {clipped(address, DRAWN)}
      </a>
      <span className="text-soft min-w-0 flex-1 basis-60 text-sm">{clipped(says, DRAWN)}</span>
      <CopyButton quiet source={{ text: address }} label="Copy" />
    </PanelRow>
  );
}
