import type { WhoActs } from '../who-acts';

/**
 * What becomes of a message. `unconfirmed`: handed over, and nobody said that it was taken. `given-up`: its server tried for
 * days, and no longer does. `open`: nobody knows.
 */
export type Fate =
  | 'accepted'
  | 'delivered'
  | 'waits'
  | 'greylisted'
  | 'unconfirmed'
  | 'returned'
  | 'returned-for-now'
  | 'given-up'
  | 'no-mail'
  | 'depends'
  | 'open';

/** What is told to the person who asked why a message did not arrive. */
export interface PlainAccount {
  /** What happened, in whole sentences. */
  happened: string;
  /** Since when it is known, in a whole sentence; empty when nobody says. */
  seen: string;
  /** `new`: one that is sent now; `ours`: one from the server that made the test; `that`: the one that is asked about. */
  message: 'new' | 'ours' | 'that';
  fate: Fate;
  /** What the person can do, where it is not what anybody can do then; else empty. */
  can: string;
  whoActs: WhoActs;
}

const MESSAGE: Readonly<Record<PlainAccount['message'], string>> = {
  new: 'A message that is sent now',
  ours: 'A message from the server that made this test',
  that: 'The message',
};

/** One paragraph: what happened and when it was seen, what becomes of the message and how long it may take, what can be done, and by whom. */
export function plainWords(account: PlainAccount): string {
  const { happened, seen, fate, whoActs } = account;
  const can = account.can === '' ? ANYBODY_CAN[fate] : account.can;
  return [happened, seen, fateWords(account), can, whoWords(fate, whoActs)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** "23 November 2026, 08:14 UTC"; empty for what is no moment. */
export function plainMoment(at: string | null): string {
  const time = at === null ? NaN : Date.parse(at);
  if (Number.isNaN(time)) return '';
  return `${DAY_AND_TIME.format(time).replace(' at ', ', ')} UTC`;
}

const DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
});

function fateWords({ fate, message }: PlainAccount): string {
  const it = MESSAGE[message];
  switch (fate) {
    case 'accepted':
    case 'delivered':
    case 'open':
      return '';
    case 'waits':
      return `${it} is not lost: the sending mail server keeps it and tries again by itself. It arrives soon after the cause is gone, which may take minutes or hours; if nothing changes, it comes back after some days.`;
    case 'greylisted':
      return `${it} is not lost: the sending mail server tries again by itself, and it usually arrives within the hour.`;
    case 'unconfirmed':
      return 'It may have arrived or not. A sending mail server tries again, for some days, so it can arrive twice.';
    case 'returned':
      return message !== 'that'
        ? `${it} comes back at once. Sending it again does not help until something is changed.`
        : 'It has come back. Sending it again does not help until something is changed.';
    case 'returned-for-now':
      return message !== 'that'
        ? `${it} comes back at once, although the server seems to mean that a later one may get through.`
        : 'It has come back, although the server seems to mean that a later one may get through.';
    case 'given-up':
      return 'It has come back: the sending mail server tried for as long as it is set to, and does not try again.';
    case 'no-mail':
      return 'It stays so unless the owner of the domain changes it.';
    case 'depends':
      return 'So one message arrives and another one does not, until this is corrected.';
  }
}

const ANOTHER_WAY = 'Until then, reach the recipient in another way.';

const ANYBODY_CAN: Readonly<Record<Fate, string>> = {
  accepted:
    'If a message is missing all the same, look in the spam folder, and tell the administrators when it was sent.',
  delivered: 'If it does not appear, look in the spam folder, and tell the administrators.',
  waits: 'You need not send it again. If it is urgent, reach the recipient in another way.',
  greylisted: 'You need not send it again.',
  unconfirmed: 'Ask the recipient, in another way, whether it is there before you send it again.',
  returned: ANOTHER_WAY,
  'returned-for-now': 'Send it again after some hours.',
  'given-up':
    'Send it again when the cause is known to be gone; until then, reach the recipient in another way.',
  'no-mail': 'Ask the recipient, in another way, for another address.',
  depends: 'If a message comes back, reach the recipient in another way.',
  open: 'If it is urgent, reach the recipient in another way.',
};

const WHO: Readonly<Record<WhoActs, string>> = {
  sender: 'It is up to whoever wrote the message.',
  'sender-admin': 'The administrators on the sender’s side have to act.',
  recipient: 'It is up to the recipient.',
  'recipient-admin': 'The administrators on the recipient’s side have to act.',
  network: 'Whoever runs the network between the two sides has to act.',
  nobody: 'Nobody has to act.',
  unknown: 'Which side has to act is not proven.',
};

/** Of what was taken, or is meant so, nobody need be named. */
function whoWords(fate: Fate, whoActs: WhoActs): string {
  const isWell = fate === 'accepted' || fate === 'delivered' || fate === 'no-mail';
  return isWell ? '' : WHO[whoActs];
}
