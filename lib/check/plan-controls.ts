import type { Control } from '@/lib/smtp/session';
import type { PlannedControl } from '@/lib/smtp/transport';

/** Letters and digits of the mailbox that cannot exist: 36^12 of them, so that nobody has it by chance. */
const RANDOM_CHARACTERS = 12;

interface ControlRequest {
  controls: readonly Control[];
  /** Envelope sender and recipient of the check, as they go on the wire; the sender empty for the null sender. */
  sender: string;
  recipient: string;
  /** Domain of the target. */
  domain: string;
  /** A mailbox of our own elsewhere; without one, relaying is not tested. */
  relayAddress: string | null;
  random(): number;
}

/** What is asked beside the recipient. A control that would repeat the check itself, or prove nothing, is left out. */
export function planControls({
  controls,
  sender,
  recipient,
  domain,
  relayAddress,
  random,
}: ControlRequest): PlannedControl[] {
  const planned = controls.flatMap((control): PlannedControl[] => {
    switch (control) {
      case 'random':
        return [{ control, sender, recipient: `mxproof-control-${randomText(random)}@${domain}` }];
      case 'postmaster': // RFC 5321 §4.5.1
      case 'abuse': // RFC 2142 §4
        return [{ control, sender, recipient: `${control}@${domain}` }];
      case 'null-sender': // RFC 5321 §4.5.5
        return [{ control, sender: '', recipient }];
      case 'relay':
        return relayAddress === null || relayAddress.endsWith(`@${domain}`)
          ? []
          : [{ control, sender, recipient: relayAddress }];
    }
  });
  return planned.filter(
    (one) => one.sender !== sender || one.recipient.toLowerCase() !== recipient.toLowerCase(),
  );
}

function randomText(random: () => number): string {
  return Array.from({ length: RANDOM_CHARACTERS }, () => Math.floor(random() * 36).toString(36)).join('');
}
