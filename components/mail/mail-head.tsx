import type { ReactNode } from 'react';
import Link from 'next/link';
import { Download, EyeOff } from 'lucide-react';
import type { MailView } from '@/lib/complaint/mail-reading';
import { mailPath } from '@/lib/complaint/mail-path';
import { mailHeadline } from '@/lib/show/mail-headline';
import { KIND_WORD } from '@/lib/show/mail-words';
import { CopyButton } from '@/components/ui/copy-button';
import { LocalTime } from '@/components/ui/local-time';
import { ToneIcon } from '@/components/ui/tone-icon';

/** What the mail is, in a sentence, and what can be done with the page. */
export function MailHead({ view, children }: { view: MailView; children?: ReactNode }) {
  const { text, tone } = mailHeadline(view);
  const shared = mailPath({ id: view.sharedId, kind: view.kind });
  const api = view.kind === 'feedback' ? 'feedback' : 'bounces';
  return (
    <header className="pt-6">
      <p className="text-soft flex flex-wrap gap-x-3 text-sm">
        <span>{KIND_WORD[view.kind]}</span>
        <span>
          handed over <LocalTime iso={view.createdAt} />
        </span>
        {view.isShared && <span>local parts of addresses are hidden in this view</span>}
      </p>
      <h1 className="mt-1.5 flex max-w-[36em] items-start gap-3 text-[23px] leading-tight font-semibold tracking-[-0.015em] wrap-anywhere md:text-[28px]">
        <span className="mt-1 md:mt-1.5">
          <ToneIcon tone={tone} size={24} />
        </span>
        <span className="min-w-0">{text}</span>
      </h1>
      {children}
      <div className="screen-only mt-4.5 flex flex-wrap gap-2">
        <CopyButton main source={{ link: shared }} label="Copy link without local parts" />
        {!view.isShared && (
          <>
            <CopyButton source={{ page: true }} label="Copy full link" />
            <Link className="btn" href={shared} prefetch={false}>
              <EyeOff aria-hidden size={15} /> View without local parts
            </Link>
            <a className="btn" href={`/api/bounces/${view.id}/message`} download>
              <Download aria-hidden size={15} /> Message as it came
            </a>
          </>
        )}
        <a className="btn" href={`/api/${api}/${view.id}`}>
          JSON
        </a>
      </div>
    </header>
  );
}
