import { Choice } from '@/components/ui/choice';
import type { Control } from '@/lib/smtp/session';

interface ControlChoiceProps {
  chosen: readonly Control[];
  /** The recipient of the relay test; null: it is not offered. */
  relayAddress: string | null;
}

const CONTROLS: readonly [Control, string, string][] = [
  [
    'random',
    'A mailbox that cannot exist',
    'Does the server accept any recipient? Then its yes proves little.',
  ],
  ['postmaster', 'postmaster', 'Every domain with mail must have it.'],
  ['abuse', 'abuse', 'Where complaints should go.'],
  ['null-sender', 'The null sender', 'Bounces come with it. Is the recipient accepted then, too?'],
];

/** Further questions to each exchange. Not asked unless ticked: probing is noticed. */
export function ControlChoice({ chosen, relayAddress }: ControlChoiceProps) {
  const relay: typeof CONTROLS =
    relayAddress === null
      ? []
      : [['relay', 'Relaying', `Would it take mail to ${relayAddress}, which is not its own?`]];
  return (
    <fieldset className="envelope-only">
      <legend className="text-sm font-medium">Controls</legend>
      <p className="text-soft text-note mt-0.5">
        Asked after the recipient, in the same session, of one address of each exchange. Nothing is sent. The
        other side sees them in its log; unknown recipients count against the sender at some providers, so
        tick only what you need.
      </p>
      <div className="mt-2 grid gap-x-6 gap-y-2 md:grid-cols-2">
        {[...CONTROLS, ...relay].map(([value, name, about]) => (
          <Choice
            key={value}
            type="checkbox"
            name="controls"
            value={value}
            defaultChecked={chosen.includes(value)}
            label={name}
            about={about}
          />
        ))}
      </div>
    </fieldset>
  );
}
