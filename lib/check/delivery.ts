import type { Report } from '@/lib/report/report';
import { type Meeting, senderChoices } from '@/lib/route/sender';
import { hasSecondTry } from '@/lib/smtp/second-try';

/** What is asked of the report; the rest of it decides nothing here. */
type Attempts = Pick<Report, 'route' | 'sessions'>;
type Session = Attempts['sessions'][number];

/** Whether a session whose recipient was accepted may send the message now, must wait for others, or never may. */
export type DeliveryTurn = 'now' | 'wait' | 'never';

/**
 * A check sends its message once, where a sender would deliver it (RFC 5321 §5.1): never past an exchange that is
 * preferred and may still take or refuse it, and on to the next only when nothing of it has been sent. `sender` is the
 * number of the session whose turn it was last, null when it was nobody's.
 */
export function deliveryTurn({ route, sessions }: Attempts, n: number, sender: number | null): DeliveryTurn {
  const session = sessions.find((one) => one.n === n);
  if (session === undefined || session.outcome !== null) return 'never';
  const sent = sessions.find((one) => one.n === sender);
  if (sent !== undefined) {
    if (sent.outcome === null) return 'wait';
    if (hasSent(sent)) return 'never';
  }
  const preferred = senderChoices(route?.hosts ?? [], sessions)
    .filter(({ preference }) => preference < session.preference)
    .flatMap(({ hosts }) => hosts);
  if (preferred.some(({ met }) => GIVES_BACK.includes(met))) return 'never'; // the sender gives it back
  if (preferred.some(({ met }) => met === 'not-asked')) return 'never'; // it might have been taken there
  const isOpen = preferred.some((one) => one.met === 'open' || one.sessions.some(hasSecondTry));
  return isOpen ? 'wait' : 'now';
}

/** A sender, or one of its kinds, goes no further. */
const GIVES_BACK: readonly Meeting[] = ['refused', 'name-refused', 'both'];

/** After the message, or after a refusal for good, nobody else is tried. */
function hasSent({ stage, outcome }: Session): boolean {
  return stage === 'message' || outcome === 'permanent';
}
