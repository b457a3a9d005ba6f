import type { ReactNode } from 'react';
import { Download, EyeOff, Link2 } from 'lucide-react';
import { isOwnView } from '@/lib/complaint/is-own-view';
import type { MailView } from '@/lib/complaint/mail-reading';
import { mailPath } from '@/lib/complaint/mail-path';
import { mailHeadline } from '@/lib/show/mail-headline';
import { KIND_WORD } from '@/lib/show/mail-words';
import { AnchorButton, buttonLook } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { LocalTime } from '@/components/ui/local-time';
import { PageHead } from '@/components/ui/page-head';

/** What whoever reads the page may do. */
export interface MailRights {
  /** Read the message as it came. */
  seesMessage: boolean;
  /** Make links for others. */
  shares: boolean;
}

interface MailHeadProps {
  view: MailView;
  rights: MailRights;
  children?: ReactNode;
}

/** What the mail is, in a sentence, and what can be done with the page. */
export function MailHead({ view, rights, children }: MailHeadProps) {
  const { text, tone } = mailHeadline(view);
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
          {view.isShared && view.share === null && (
            <span>local parts of addresses are hidden in this view</span>
          )}
        </>
      }
    >
      {children}
      <div className="screen-only mt-4.5 flex flex-wrap gap-2">
        <Links view={view} shares={rights.shares} />
        {!view.isShared && rights.seesMessage && (
          <AnchorButton href={`/api/bounces/${view.id}/message`} download>
            <Download aria-hidden size={15} /> Message as it came
          </AnchorButton>
        )}
        <AnchorButton href={`/api/${api}/${view.id}`}>JSON</AnchorButton>
      </div>
    </PageHead>
  );
}

/** What is handed on can be taken back, where whoever reads the page may make such a link; others have the view that hides local parts. */
function Links({ view, shares }: { view: MailView } & Pick<MailRights, 'shares'>) {
  const { sharedId, kind } = view;
  if (!isOwnView(view) || sharedId === null)
    return <CopyButton main source={{ page: true }} label="Copy link" />;
  return (
    <>
      {shares && (
        <a className={buttonLook({ main: true })} href="#share">
          <Link2 aria-hidden size={15} /> Share …
        </a>
      )}
      <CopyButton main={!shares} source={{ page: true }} label="Copy full link" />
      {!shares && (
        <AnchorButton href={mailPath({ id: sharedId, kind })}>
          <EyeOff aria-hidden size={15} /> View without local parts
        </AnchorButton>
      )}
    </>
  );
}
