import { isSameAddress } from '@/lib/mail/address';
import { type Diagnosis, readDiagnosis } from './diagnosis';
import type { Host } from './notice';
import type { Statement, Statements } from './statement';

/** One reading out of those of all readers, the surest first: field by field what the surest states. Null for none. */
export function combine(read: readonly (Statements | null)[]): Statements | null {
  const all = read.reduceRight((rest, one) => completed(one, rest), null);
  const recipients = all?.recipients.filter(({ address }) => address !== '') ?? [];
  return all === null || recipients.length === 0 ? null : { ...all, recipients };
}

/** What the first states, completed by what the second says of the same recipients. */
function completed(first: Statements | null, second: Statements | null): Statements | null {
  if (first === null || second === null) return first ?? second;
  return {
    ...first,
    format: first.format === 'RFC 3464' && second.format !== 'other' ? second.format : first.format,
    reportingHost: first.reportingHost ?? second.reportingHost,
    recipients: first.recipients.map((one) => completedRecipient(one, partnerOf(one, first, second))),
  };
}

/** The same recipient; where either speaks of one only, they speak of the same. */
function partnerOf(one: Statement, first: Statements, second: Statements): Statement | undefined {
  return (
    second.recipients.find(({ address }) => isSameAddress(one.address, address)) ??
    (first.recipients.length === 1 && second.recipients.length === 1 ? second.recipients[0] : undefined)
  );
}

function completedRecipient(one: Statement, other: Statement | undefined): Statement {
  if (other === undefined) return one;
  const spoken = readDiagnosis(other.words);
  const own = readDiagnosis(one.words);
  const hasReply = own.code !== null && !isBeginning(own, spoken);
  const isUnnamed = one.isOdd || one.address === '';
  const isBetter = isUnnamed && !other.isOdd && other.address !== '';
  return {
    ...one,
    ...(isBetter ? { address: other.address, isOdd: false } : {}),
    words: hasReply || other.words === '' ? one.words : `${other.words}\n${one.words}`.trim(),
    stage: one.stage ?? spoken.stage,
    originalAddress: one.originalAddress ?? other.originalAddress,
    remote: bothHosts(one.remote, bothHosts(other.remote, spoken.remote)),
    action: one.action ?? other.action,
  };
}

/** Whether the first is how the second begins: Sendmail's Diagnostic-Code has the first line of a reply only. */
function isBeginning(first: Diagnosis, second: Diagnosis): boolean {
  const [short, long] = [first, second].map(({ reply }) => (reply ?? '').replace(/\s+/g, ' ').trim());
  return (
    first.code === second.code &&
    short !== undefined &&
    long !== undefined &&
    short.length > 20 &&
    long.length > short.length &&
    long.startsWith(short)
  );
}

/** The address of another host is not that of this one. */
export function bothHosts(first: Host, second: Host): Host {
  const isSame = first.name === null || second.name === null || first.name === second.name;
  return { name: first.name ?? second.name, address: first.address ?? (isSame ? second.address : null) };
}
