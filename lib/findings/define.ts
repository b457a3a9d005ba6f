import type { WhoActs } from '@/lib/who-acts';
import type { FixRecord, Permanence, Severity, Side } from '@/lib/report/finding';

/** Who acts on a side, where a finding does not say it better. */
export const WHO_ACTS: Readonly<Record<Side, WhoActs>> = {
  sender: 'sender-admin',
  network: 'network',
  recipient: 'recipient-admin',
  none: 'nobody',
  unknown: 'unknown',
};

export type Args = Record<string, string | number | boolean | string[]>;

/** One kind of finding: everything about it except when it applies, which is a rule's business. */
export interface Entry<A extends Args> {
  /** What it is called where it is of no case: a noun, without hosts or numbers. */
  name: string;
  /** By consequence for mail; a function when the consequence depends on the rest of the evidence. */
  severity: Severity | ((args: A) => Severity);
  /** Who has to act, as far as the evidence goes; a function where a reply tells it. */
  side: Side | ((args: A) => Side);
  /** Where it is not the administrator of that side. */
  whoActs?: WhoActs | ((args: A) => WhoActs);
  /** OSI layer at which it shows; null when it has none. */
  layer: 1 | 2 | 3 | 4 | 5 | 6 | 7 | null;
  /** A function where it follows from a code. */
  permanence: Permanence | null | ((args: A) => Permanence);
  title(args: A): string;
  /** What it means and what it does to delivery. */
  why(args: A): string;
  /** What to do, with the record or setting to paste; empty when nothing need be done. */
  fix(args: A): string;
  /** Records that are to be published as they are; their lines follow what `fix` says. */
  records?(args: A): FixRecord[];
  /** The verdict in one sentence, for findings that can decide a check. */
  headline?(args: A): string;
  /**
   * What happened, for a person who knows nothing of mail. What comes of it, what can be done and by whom is added for all
   * of them in one place (`verdict/plain.ts`).
   */
  plain?(args: A): string;
  /** Who keeps mail for it although this side takes it; null where all of it gets in by another way. */
  keepers?(args: A): Keepers | null;
  /** How it is judged, for the catalogue page. */
  judged: string;
  refs: string[];
  /** Arguments of a realistic case; they fill the catalogue page. */
  example: A;
}

/** Senders that keep mail, as the subject of a sentence. */
export interface Keepers {
  who: string;
  /** The same for a person who knows nothing of mail. */
  plain: string;
  /** Whether what was seen proves it of each of them: a policy of MTA-STS may be kept in a former state (RFC 8461 §3.2). */
  isProven: boolean;
}

/** Gives an entry its argument type. */
export function define<A extends Args>(entry: Entry<A>): Entry<A> {
  return entry;
}

/** `a`, `a and b`, `a, b and c`; more than four are counted instead. */
export function list(items: readonly string[]): string {
  if (items.length > 4) return `${items.slice(0, 3).join(', ')} and ${items.length - 3} more`;
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** Warning when mail still gets in by another address, error when it does not. */
export function unlessElsewhere({ elsewhere }: { elsewhere: boolean }): Severity {
  return elsewhere ? 'warning' : 'error';
}

/** The hosts as the subject of a sentence, with the verb in the number that fits: `mx1 offers`, `mx1 and mx2 offer`. */
export function hostsDo(hosts: readonly string[], one: string, many: string): string {
  return `${list(hosts)} ${hosts.length === 1 ? one : many}`;
}

/** The hosts as the subject of a sentence after the one that names them; the verb is in the singular either way. */
export function it(hosts: readonly string[]): 'It' | 'Each' {
  return hosts.length === 1 ? 'It' : 'Each';
}
