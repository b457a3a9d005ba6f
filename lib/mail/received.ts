import ipaddr from 'ipaddr.js';
import { readDate } from './written-date';

/** Fields `Received` that are read; RFC 5321 §6.3 has servers stop at some 100. */
const MAX_HOPS = 100;

/** Characters of one field that are read. */
const MAX_FIELD = 4_000;

/** Words and comments of one field that are read. */
const MAX_WORDS = 200;

/** Words and comments of one field in which an address is looked for; those in use have one to three. */
const MAX_PLACES = 20;

/** One server that took the message, as it wrote that down (RFC 5321 §4.4). */
export interface Hop {
  /** The name by which the other one called itself. */
  from: string | null;
  /** The name of its address, where that is told. */
  reverseName: string | null;
  /** Where it came from: a literal in brackets, or an address alone in a comment. */
  address: string | null;
  by: string | null;
  with: string | null;
  id: string | null;
  /** Whether it names a recipient, who is not read. */
  hasRecipient: boolean;
  /** Whether the connection was encrypted; null when that is not told. */
  isEncrypted: boolean | null;
  /** Milliseconds since the epoch; null when there is no date that can be read. */
  at: number | null;
  zone: string | null;
  /** Since the hop before it that has a date; below 0 a clock goes wrong. Null where there is none. */
  delaySeconds: number | null;
}

/** Every hop, from the first server to the last, and how many fields were not read. */
export function readReceived(values: readonly string[]): { hops: Hop[]; unread: number } {
  const hops: Hop[] = [];
  let before: number | null = null;
  // The newest stands first (RFC 5321 §4.4).
  for (const value of values.slice(0, MAX_HOPS).reverse()) {
    const hop = readHop(value);
    const delaySeconds = hop.at === null || before === null ? null : Math.round((hop.at - before) / 1000);
    hops.push({ ...hop, delaySeconds });
    before = hop.at ?? before;
  }
  return { hops, unread: Math.max(0, values.length - MAX_HOPS) };
}

function readHop(value: string): Omit<Hop, 'delaySeconds'> {
  const { words, date } = wordsOf(value.slice(0, MAX_FIELD));
  const clauses = clausesOf(words);
  const first = (name: Clause) => clauses.get(name)?.find(({ isComment }) => !isComment)?.text ?? null;
  const from = clauses.get('from') ?? [];
  const written = readDate(date);
  return {
    from: first('from'),
    reverseName: reverseNameOf(from),
    address: addressOf(from),
    by: first('by'),
    with: first('with'),
    id: first('id'),
    hasRecipient: clauses.has('for'),
    isEncrypted: isEncrypted(first('with'), words),
    at: written?.at ?? null,
    zone: written?.zone ?? null,
  };
}

interface Word {
  text: string;
  isComment: boolean;
}

/** Words and comments (RFC 5322 §3.2.2), and what stands behind the last semicolon outside of them. */
function wordsOf(value: string): { words: Word[]; date: string } {
  const words: Word[] = [];
  let depth = 0;
  let text = '';
  let end = -1;
  const flush = (isComment: boolean) => {
    if (text !== '' && words.length < MAX_WORDS) words.push({ text, isComment });
    text = '';
  };
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at);
    if (char === '(' && depth++ === 0) flush(false);
    else if (char === ')' && depth > 0 && --depth === 0) flush(true);
    else if (depth === 0 && (char === ' ' || char === '\t')) flush(false);
    else if (depth === 0 && char === ';') {
      flush(false);
      end = at;
    } else text += char;
  }
  flush(depth > 0);
  return { words, date: end === -1 ? '' : value.slice(end + 1) };
}

const CLAUSES = ['from', 'by', 'via', 'with', 'id', 'for'] as const;
type Clause = (typeof CLAUSES)[number];

/** What stands behind each of the words that divide it; a name that is one of them stands behind another. */
function clausesOf(words: readonly Word[]): Map<Clause, Word[]> {
  const clauses = new Map<Clause, Word[]>();
  let current: Word[] | null = null;
  for (const word of words) {
    const clause = word.isComment ? undefined : CLAUSES.find((one) => one === word.text.toLowerCase());
    if (clause === undefined || clauses.has(clause)) current?.push(word);
    else clauses.set(clause, (current = []));
  }
  return clauses;
}

const LITERAL = /\[(?:IPv6:)?([0-9a-f.:]{2,45})\]/i;

/** The literal that the server wrote, not the one by which the other one called itself, unless there is no other. */
function addressOf(from: readonly Word[]): string | null {
  const comments = from.filter(({ isComment }) => isComment).map(({ text }) => text);
  const places = [...comments, ...from.filter(({ isComment }) => !isComment).map(({ text }) => text)];
  for (const place of places.slice(0, MAX_PLACES)) {
    const address = valid(LITERAL.exec(place)?.[1]) ?? valid(place.trim().split(' ').at(-1));
    if (address !== null) return address;
  }
  return null;
}

function valid(text: string | undefined): string | null {
  // The library takes long for what is none.
  if (text === undefined || !/^[0-9a-f.:]{2,45}$/i.test(text) || !/[.:].*[.:]/.test(text)) return null;
  return ipaddr.isValid(text) ? ipaddr.process(text).toString() : null;
}

/** `(mail.example.org [192.0.2.1])`; `unknown` is said where there is none. */
function reverseNameOf(from: readonly Word[]): string | null {
  for (const { text, isComment } of from) {
    if (!isComment) continue;
    const word = text
      .trim()
      .split(' ')
      .find((one) => /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,10}\.?$/i.test(one) && !ipaddr.isValid(one));
    if (word !== undefined) return word.toLowerCase().replace(/\.$/, '');
  }
  return null;
}

/** RFC 3848 and RFC 6531 §4.3 name the protocol; others write a comment. */
function isEncrypted(protocol: string | null, words: readonly Word[]): boolean | null {
  if (words.some(({ text, isComment }) => isComment && /\bTLS ?v?\d|version=TLS/i.test(text))) return true;
  if (protocol === null) return null;
  if (/^(?:utf8)?(?:esmtp|smtp|lmtp)sa?$/i.test(protocol)) return true;
  return /^(?:utf8)?(?:esmtp|smtp|lmtp)a?$/i.test(protocol) ? false : null;
}

/** Whether an address is one of the public network. */
function isPublic(address: string | null): boolean {
  return address !== null && ipaddr.parse(address).range() === 'unicast';
}

/**
 * Hops by which the message came over the public network, as numbers in the list: the first is where the receiver most probably took
 * it, which is the newest hop between two organisations.
 */
export function publicHops(hops: readonly Hop[]): number[] {
  const numbers = hops.flatMap(({ address }, n) => (isPublic(address) ? [n] : [])).reverse();
  const isBorder = (n: number) => !isOfOne(hops[n]?.reverseName ?? hops[n]?.from ?? '', hops[n]?.by ?? '');
  return [...numbers.filter(isBorder), ...numbers.filter((n) => !isBorder(n))];
}

/** Whether two hosts seem to be of one organisation: their last labels are the same. */
function isOfOne(a: string, b: string): boolean {
  const [one, other] = [lastLabels(a), lastLabels(b)];
  return one !== '' && one === other;
}

/** Three where the second is short, as in `co.uk`. */
function lastLabels(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  if (labels.length < 2) return '';
  const isShort = (labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 0) <= 3;
  return labels.slice(isShort ? -3 : -2).join('.');
}
