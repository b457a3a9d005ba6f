import type { Report } from '@/lib/report/report';

/** What is asked of the report; the rest of it decides nothing here. */
type Known = Pick<Report, 'route' | 'sessions'>;
type Session = Known['sessions'][number];

/** Whether a session whose recipient was accepted may send the message now, must wait for others, or never may. */
export type DeliveryTurn = 'now' | 'wait' | 'never';

/**
 * A check sends its message once, where a sender would deliver it (RFC 5321 §5.1): never past an exchange that is
 * preferred and may still take or refuse it, and on to the next only when nothing of it has been sent. `sender` is the
 * number of the session whose turn it was last, null when it was nobody's.
 */
export function deliveryTurn({ route, sessions }: Known, n: number, sender: number | null): DeliveryTurn {
  const session = sessions.find((one) => one.n === n);
  if (session === undefined || session.outcome !== null) return 'never';
  const sent = sessions.find((one) => one.n === sender);
  if (sent !== undefined) {
    if (sent.outcome === null) return 'wait';
    if (hasSent(sent)) return 'never';
  }
  const hosts = (route?.hosts ?? []).filter(({ preference }) => preference < session.preference);
  const preferred = sessions.filter(({ preference }) => preference < session.preference);
  if (preferred.some(({ outcome }) => outcome === 'permanent')) return 'never'; // the sender gives it back
  const isOpen =
    hosts.some(({ state }) => state === 'not-asked') || preferred.some((one) => isUndecided(one, sessions));
  return isOpen ? 'wait' : 'now';
}

/** After the message, or after a refusal for good, nobody else is tried. */
function hasSent({ stage, outcome }: Session): boolean {
  return stage === 'message' || outcome === 'permanent';
}

/** A failed handshake is followed by a second try in the clear. */
function isUndecided({ outcome, withoutTls, address, n }: Session, sessions: readonly Session[]): boolean {
  if (outcome === null) return true;
  return (
    outcome === 'tls-failed' && !withoutTls && !sessions.some((one) => one.address === address && one.n > n)
  );
}
