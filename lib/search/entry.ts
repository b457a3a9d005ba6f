import type { MailReading } from '@/lib/complaint/mail-reading';
import type { Report } from '@/lib/report/report';

/** What there is to be found. */
export const SEARCH_KINDS = ['note', 'check', 'mail'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** What can be searched of one thing. */
export interface SearchEntry {
  kind: SearchKind;
  /** Of a mail, the id that shows everything. */
  objectId: string;
  /** As lists have it. */
  at: Date;
  /** In A-labels; empty where it is of none, or of several. */
  domain: string;
  /** One thing a line; the first one says what it is. */
  text: string;
}

/** Raised when the text of checks or mails, or an outline, is made in another way: then it is made anew. */
export const SEARCH_VERSION = 4;

/** Characters of an entry, of one of its lines, and lines: what the other side says more can be read, and not found. */
const MAX_TEXT = 4_000;
const MAX_LINE = 500;
const MAX_LINES = 200;

/** Target, verdict, name servers, mail servers, what they answered, queue ids, and findings of a check. */
export function checkText({ target, verdict, zone, route, sessions, findings }: Report): string {
  const what = target.mailbox ?? target.domainUnicode;
  return textOf([
    verdict === null ? what : `${what}: ${verdict.headline}`,
    target.input,
    target.domain,
    target.domainUnicode,
    ...sessions.flatMap(({ exchange, address, reply, queueId }) => [
      `${exchange} [${address}]`,
      ...(reply?.lines ?? []),
      ...(queueId === null ? [] : [queueId]),
    ]),
    ...findings.map(({ code, title }) => `${code}: ${title}`),
    ...(route?.hosts.flatMap(({ exchange, addresses }) => [
      exchange,
      ...addresses.map(({ address }) => address),
    ]) ?? []),
    ...(zone?.servers.map(({ name, address }) => `${name} ${address}`) ?? []),
  ]);
}

/** Subject, recipients, servers, what they answered, and ids of a mail about mail. */
export function mailText({ bounce, feedback }: MailReading): string {
  return textOf([
    bounce?.subject ?? feedback?.reported?.subject,
    ...(bounce?.recipients.flatMap(({ address, originalAddress, reply, status, remote, queueId }) => [
      address,
      originalAddress,
      reply,
      status,
      `${remote.name ?? ''} ${remote.address ?? ''}`,
      queueId,
    ]) ?? []),
    bounce?.reportingHost,
    bounce?.queueId,
    bounce?.envelopeId,
    feedback?.sourceAddress,
    feedback?.sendingDomain,
    feedback?.originalMailFrom,
    ...(feedback?.originalRecipients ?? []),
    ...(feedback?.identifiers.map(({ value }) => value) ?? []),
  ]);
}

/** A note, found by its domain and by every word of it. */
export function noteText({ domain, text }: { domain: string; text: string }): string {
  return `${domain}\n${text}`;
}

/** The first line, and of the others each whose words are not in another line, too. */
function textOf(lines: readonly (string | null | undefined)[]): string {
  const said = lines
    .flatMap((line) => line?.split(/[\r\n]+/) ?? [])
    .map((line) => line.trim().slice(0, MAX_LINE));
  const unlike = new Set(said.slice(1).filter((line) => line !== '' && line !== said[0]));
  const text = [said[0] ?? '', ...unlike].slice(0, MAX_LINES).join('\n').slice(0, MAX_TEXT);
  const [first, ...others] = text.split('\n');
  return [first, ...others.filter((line) => !standsTwice(line, text))].join('\n');
}

const WORD = /[\p{L}\p{N}]/u;

/** True when a line is in a text once more, from one end of a word to another. */
function standsTwice(line: string, text: string): boolean {
  let times = 0;
  for (let at = text.indexOf(line); at !== -1 && times < 2; at = text.indexOf(line, at + 1)) {
    if (!WORD.test(text.charAt(at - 1)) && !WORD.test(text.charAt(at + line.length))) times += 1;
  }
  return times === 2;
}
