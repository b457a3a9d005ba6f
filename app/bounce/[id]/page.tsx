import { cache } from 'react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import {
  checkFromBounce,
  keepMailFromForm,
  letGoOfMailFromForm,
  readAgainFromForm,
  removeMailFromForm,
} from '@/app/actions';
import { ShareSection } from '@/app/share-section';
import { NoticeView } from '@/components/mail/notice-view';
import { ComplaintView } from '@/components/mail/complaint-view';
import { UnreadView } from '@/components/mail/unread-view';
import { SharedLine } from '@/components/share/shared-line';
import { KeepForm } from '@/components/ui/keep-form';
import { Removal } from '@/components/ui/removal';
import { isOwnView } from '@/lib/complaint/is-own-view';
import { mailPath } from '@/lib/complaint/mail-path';
import type { MailView } from '@/lib/complaint/mail-reading';
import type { Right } from '@/lib/server/verbs/caller';
import { perform, permissions } from '@/lib/server/http/perform';
import { findMailView } from '@/lib/server/verbs/get-mail';
import { findKeeping } from '@/lib/server/verbs/keep';
import { mailTitle } from '@/lib/show/mail-headline';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
}

const readMail = cache((id: string) => perform(findMailView, { id }));

/**
 * The link is the permission to read, as for checks; the title names no local part. The form needs its origin to be told
 * to ourselves, so the policy is that of all pages: nothing to anybody else.
 */
export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const view = await readMail((await params).id);
  return {
    title: view === null ? 'No such mail' : mailTitle(view),
    robots: { index: false, follow: false },
    referrer: 'same-origin',
  };
}

export default async function KeptMailPage({ params, searchParams }: Props) {
  const view = await readMail((await params).id);
  if (view === null) notFound();
  const { problem } = await searchParams;
  const may = await permissions();
  return (
    <>
      <SharedLine share={view.share} />
      <MailBody view={view} problem={problem} may={may} />
      <Afterwards view={view} may={may} />
    </>
  );
}

/** What can be done with a mail. */
async function Afterwards({ view, may }: Pick<MailBodyProps, 'view' | 'may'>) {
  const { id, kind } = view;
  // A link shows one thing, and lets nobody change it.
  if (!isOwnView(view)) return null;
  return (
    <>
      {may('share') && (
        <ShareSection
          kind="mail"
          id={id}
          pageOf={(link) => mailPath({ id: link, kind })}
          isEndless={may('keep')}
        />
      )}
      {may('keep') && (
        <KeepForm
          what="mail"
          id={id}
          keeping={await perform(findKeeping, { kind: 'mail', id })}
          keep={keepMailFromForm}
          letGo={letGoOfMailFromForm}
        />
      )}
      {may('remove') && (
        <Removal
          remove={removeMailFromForm}
          field={{ name: 'id', value: id }}
          label="Remove this mail"
          about="The message as it came, what was read of it and all its links go. Checks that were started from it stay."
        />
      )}
    </>
  );
}

interface MailBodyProps {
  view: MailView;
  /** Of the address: what was refused. */
  problem: string | string[] | undefined;
  may: (right: Right) => boolean;
}

function MailBody({ view, problem, may }: MailBodyProps) {
  const rights = { seesMessage: may('read-messages'), shares: may('share') };
  if (view.feedback !== null) return <ComplaintView view={view} feedback={view.feedback} rights={rights} />;
  if (view.bounce === null)
    return (
      <UnreadView
        view={view}
        readAgain={may('hand-over-mails') ? readAgainFromForm : null}
        rights={rights}
        isRefused={problem === 'again'}
      />
    );
  return (
    <NoticeView
      view={view}
      bounce={view.bounce}
      startCheck={may('start-checks') ? checkFromBounce : null}
      rights={rights}
      isCheckRefused={problem === 'check'}
    />
  );
}
