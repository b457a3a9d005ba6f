import { LocalTime } from './local-time';
import { PressForm } from './press-form';

interface KeepFormProps {
  what: 'check' | 'mail';
  id: string;
  /** Why it is kept whatever its age. */
  keeping: { byHand: { since: Date; by: string | null } | null; byNote: boolean; byShare: boolean };
  keep: (form: FormData) => Promise<void>;
  letGo: (form: FormData) => Promise<void>;
}

/** Whether something is kept whatever its age, and the button that changes it. */
export function KeepForm({ what, id, keeping: { byHand, byNote, byShare }, keep, letGo }: KeepFormProps) {
  return (
    <section aria-label="How long it is kept" className="screen-only max-w-text mt-10 text-sm">
      {byHand === null ? (
        <p>A kept {what} is not removed by its age, or to make room. Keep it when you hand its link on.</p>
      ) : (
        <p>
          Kept since <LocalTime iso={byHand.since.toISOString()} />
          {byHand.by !== null && <span className="wrap-anywhere"> by {byHand.by}</span>}, whatever its age.
        </p>
      )}
      {byNote && <p>A note names it: it is kept as long as the note is.</p>}
      {byShare && <p>A link was made for somebody: it is kept as long as that link holds.</p>}
      <PressForm
        act={byHand === null ? keep : letGo}
        label={byHand === null ? `Keep this ${what}` : 'Let it go'}
        field={{ name: 'id', value: id }}
        className="needs-script mt-2.5"
      />
    </section>
  );
}
