import type { MailView } from '@/lib/complaint/mail-reading';
import { KIND_SAYS } from '@/lib/show/mail-words';
import { MailHead, type MailRights } from '@/components/mail/mail-head';
import { Advice } from '@/components/ui/advice';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

interface UnreadViewProps {
  view: MailView;
  /** Null: not for whoever reads the page. */
  readAgain: ((form: FormData) => Promise<void>) | null;
  rights: MailRights;
  /** It was asked for too often. */
  isRefused: boolean;
}

/** A mail that could not be read in time: kept, and read again on request. */
export function UnreadView({ view, readAgain, rights, isRefused }: UnreadViewProps) {
  return (
    <MailHead view={view} rights={rights}>
      <Advice className="mt-3">{KIND_SAYS.unread}</Advice>
      {isRefused && (
        <Alert className="mt-3">
          It was not read again: too many mails were read again within a minute. Try again in a minute.
        </Alert>
      )}
      {readAgain && (
        <form action={readAgain} className="screen-only mt-4">
          <input type="hidden" name="id" value={view.id} />
          <Button main>Read it again, with more time</Button>
        </form>
      )}
    </MailHead>
  );
}
