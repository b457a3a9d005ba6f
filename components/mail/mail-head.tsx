import type { ReactNode } from 'react';
import { Download, EyeOff } from 'lucide-react';
import type { MailView } from '@/lib/complaint/mail-reading';
import { mailPath } from '@/lib/complaint/mail-path';
import { mailHeadline } from '@/lib/show/mail-headline';
import { KIND_WORD } from '@/lib/show/mail-words';
import { AnchorButton, PageButton } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { LocalTime } from '@/components/ui/local-time';
import { PageHead } from '@/components/ui/page-head';

interface MailHeadProps {
  view: MailView;
  /** Whether the message may be read as it came. */
  seesMessage: boolean;
  children?: ReactNode;
}

/** What the mail is, in a sentence, and what can be done with the page. */
export function MailHead({ view, seesMessage, children }: MailHeadProps) {
  const { text, tone } = mailHeadline(view);
  const shared = mailPath({ id: view.sharedId, kind: view.kind });
  const api = view.kind === 'feedback' ? 'feedback' : 'bounces';
  return (
    <PageHead
      title={text}
      tone={tone}
      above={
        <>
          <span>{KIND_WORD[view.kind]}</span>
          <span>
            handed over <LocalTime iso={view.createdAt} />
          </span>
          {view.isShared && <span>local parts of addresses are hidden in this view</span>}
        </>
      }
    >
      {children}
      <div className="screen-only mt-4.5 flex flex-wrap gap-2">
        <CopyButton main source={{ link: shared }} label="Copy link without local parts" />
        {!view.isShared && (
          <>
            <CopyButton source={{ page: true }} label="Copy full link" />
            <PageButton href={shared}>
              <EyeOff aria-hidden size={15} /> View without local parts
            </PageButton>
            {seesMessage && (
              <AnchorButton href={`/api/bounces/${view.id}/message`} download>
                <Download aria-hidden size={15} /> Message as it came
              </AnchorButton>
            )}
          </>
        )}
        <AnchorButton href={`/api/${api}/${view.id}`}>JSON</AnchorButton>
      </div>
    </PageHead>
  );
}
