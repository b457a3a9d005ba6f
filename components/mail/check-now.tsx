import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';

interface CheckNowProps {
  start: (form: FormData) => Promise<void>;
  /** Its id. */
  notice: string;
  target: string;
  suggested: { sender: string; helo: string };
}

/** One press: the live check of a failed recipient, compared with the notice afterwards. */
export function CheckNow({ start, notice, target, suggested }: CheckNowProps) {
  return (
    <Panel as="form" action={start} className="screen-only mt-5 px-4.5 py-3.5">
      <input type="hidden" name="notice" value={notice} />
      <input type="hidden" name="target" value={target} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button main>Check this recipient now</Button>
        <p className="text-soft min-w-0 flex-1 basis-60 text-sm">
          Asks every exchange today, up to RCPT TO, and compares. Nothing is delivered.
        </p>
      </div>
      <Fold className="mt-2" summary="Sender and HELO name, as the notice suggests">
        <div className="mt-2 grid gap-4 md:grid-cols-2">
          <Field label="Sender">
            <Input exact name="sender" defaultValue={suggested.sender} maxLength={320} />
          </Field>
          <Field label="HELO name">
            <Input exact name="helo" defaultValue={suggested.helo} maxLength={320} />
          </Field>
        </div>
        <p className="text-soft text-note mt-2">
          Empty: what this installation uses. A HELO name of another machine may be refused from here for that
          alone.
        </p>
      </Fold>
    </Panel>
  );
}
