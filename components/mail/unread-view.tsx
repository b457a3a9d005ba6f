import type { MailView } from '@/lib/complaint/mail-reading';
import { KIND_SAYS } from '@/lib/show/mail-words';
import { MailHead } from '@/components/mail/mail-head';

interface UnreadViewProps {
  view: MailView;
  readAgain: (form: FormData) => Promise<void>;
  /** It was asked for too often. */
  isRefused: boolean;
}

/** A mail that could not be read in time: kept, and read again on request. */
export function UnreadView({ view, readAgain, isRefused }: UnreadViewProps) {
  return (
    <MailHead view={view}>
      <p className="border-line mt-3 max-w-[68ch] border-l-[3px] pl-3">{KIND_SAYS.unread}</p>
      {isRefused && (
        <p role="alert" className="text-bad mt-3 max-w-[68ch]">
          It was not read again: too many mails were read again within a minute. Try again in a minute.
        </p>
      )}
      <form action={readAgain} className="screen-only mt-4">
        <input type="hidden" name="id" value={view.id} />
        <button className="btn btn-main">Read it again, with more time</button>
      </form>
    </MailHead>
  );
}
