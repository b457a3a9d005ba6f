import { addressesIn, isSameAddress } from '@/lib/mail/address';
import { deliveryStatusIn, readDeliveryStatus } from './readers/delivery-status';
import { readDiagnosis } from './diagnosis';
import { readExchange } from './readers/exchange';
import type { Signs } from '@/lib/mail/signs';
import type { Mail } from '@/lib/mail/mail';
import { returnedHeader } from '@/lib/mail/returned';
import { linesBeforeReturned } from '@/lib/mail/returned-marks';
import type { Host } from './notice';
import { readSentence } from './readers/sentences';
import { type Notice, stated } from './statement';
import { tellsOwnFailure } from './tells-failure';
import { readTextNotice } from './readers/text-notice';
import { readTranscript } from './readers/transcript';
import { readUnlisted } from './readers/unlisted';
import { withWholeReason } from './whole-reason';
import { writerIn } from './writer';

/** Lines of a notice that are read; those about 500 recipients have some 3,000. */
const MAX_LINES = 5_000;

/**
 * The order: fields of a delivery status, then the forms of known software, then sentences, then what is left. Words
 * count only when a mail system wrote them; what the fields leave out is taken from the words.
 */
export function findNotice(mail: Mail, signs: Signs): Notice | null {
  if (signs.readReceipt !== null || signs.automaticReply !== null || signs.feedback !== null) return null;
  const [text = '', part = ''] = noticeTexts(mail);
  const loose = [text, ...mail.parts.filter(isLoose).map((one) => one.text)].map(deliveryStatusIn);
  const fields = [part, ...loose].map((one) => (one === null ? null : readDeliveryStatus(one)));
  const status = fields.find((one) => one !== null) ?? null;
  const isReport = status !== null || signs.deliveryReport !== null;
  if (!isReport && signs.bySystem === null) return null;
  const lines = linesBeforeReturned(text).slice(0, MAX_LINES);
  if (!isReport && !signs.isSystem && !tellsOwnFailure(mail, lines)) return null;
  const exchange = readExchange(lines);
  const spoken = readTextNotice(lines) ?? exchange ?? readSentence(lines);
  const words = withTranscript(exchange === null ? spoken : merged(exchange, spoken), lines);
  const found = merged(status, words) ?? readUnlisted(mail, lines, { isSystem: signs.isSystem, isReport });
  const notice = found === null ? null : withDomains(found, mail);
  if (notice === null) return null;
  const format = writerIn([text, part]) ?? notice.format;
  return withoutSender(withWholeReason({ ...notice, format }, lines), mail);
}

/** The words of a notice, and the fields of its delivery status. */
export function noticeTexts(mail: Mail): string[] {
  const part = mail.parts
    .filter(({ type }) => /^message\/(?:global-)?delivery-status/i.test(type))
    .map(({ text }) => text)
    .join('\n\n');
  return [textOf(mail), part];
}

function isLoose({ type }: { type: string }): boolean {
  return /^(?:text\/(?!rfc822|html)|application\/octet-stream|message\/(?!rfc822|global|partial|external))/i.test(
    type,
  );
}

/** Some writers attach their words as a file. */
function textOf({ text, parts }: Mail): string {
  return text.trim() === '' ? (parts.find(({ type }) => /^text\/plain/i.test(type))?.text ?? '') : text;
}

/** What the first states, completed by what the second says of the same recipients. */
function merged(first: Notice | null, second: Notice | null): Notice | null {
  if (first === null || second === null) return first ?? second;
  const completed = first.recipients.map((one) => {
    const other =
      second.recipients.find(({ address }) => isSameAddress(address, one.address)) ??
      (first.recipients.length === 1 && second.recipients.length === 1 ? second.recipients[0] : undefined);
    if (other === undefined) return one;
    const spoken = readDiagnosis(other.words);
    const hasReply = readDiagnosis(one.words).code !== null;
    return {
      ...one,
      words: hasReply || other.words === '' ? one.words : `${other.words}\n${one.words}`.trim(),
      stage: one.stage ?? spoken.stage,
      originalAddress: one.originalAddress ?? other.originalAddress,
      remote: bothHosts(one.remote, bothHosts(other.remote, spoken.remote)),
      action: one.action ?? other.action,
    };
  });
  return {
    ...first,
    format: first.format === 'RFC 3464' && second.format !== 'other' ? second.format : first.format,
    reportingHost: first.reportingHost ?? second.reportingHost,
    recipients: completed,
  };
}

/** The address of another host is not that of this one. */
export function bothHosts(first: Host, second: Host): Host {
  const isSame = first.name === null || second.name === null || first.name === second.name;
  return { name: first.name ?? second.name, address: first.address ?? (isSame ? second.address : null) };
}

function withTranscript(notice: Notice | null, lines: readonly string[]): Notice | null {
  const told = readTranscript(lines);
  if (told.length === 0) return notice;
  const isOne = notice?.recipients.length === 1 && told.every(({ address }) => address === '');
  const transcript: Notice = {
    ...{
      format: 'Sendmail',
      why: told[0]?.words ?? '',
      reportingHost: null,
      arrivedAt: null,
      envelopeId: null,
    },
    recipients: told
      .filter(({ address }) => isOne || address !== '')
      .map(({ address, words, host }) => stated(address, words, { remote: { name: host, address: null } })),
  };
  return transcript.recipients.length === 0 ? notice : merged(notice, transcript);
}

/** A local part alone gets the domain that the returned message, or a field, has with it; without one it is nobody. */
function withDomains(notice: Notice, mail: Mail): Notice | null {
  const returned = returnedHeader(mail);
  const known = addressesIn(
    [
      mail.header.get('x-failed-recipients'),
      returned?.get('to'),
      returned?.get('cc'),
      mail.text.slice(0, 4_000),
    ]
      .filter((text) => typeof text === 'string')
      .join(' '),
  );
  const recipients = notice.recipients.flatMap((one) => {
    if (one.address.includes('@')) return [one];
    const start = `${one.address.toLowerCase()}@`;
    const address = known.find((other) => other.toLowerCase().startsWith(start));
    return address === undefined ? [] : [{ ...one, address }];
  });
  return recipients.length === 0 ? null : { ...notice, recipients };
}

/** Whoever is told was not the one who could not be reached, unless nobody else is named. */
function withoutSender(notice: Notice, mail: Mail): Notice | null {
  const told = addressesIn(mail.header.get('to') ?? '');
  const others = notice.recipients.filter(({ address }) => !told.some((one) => isSameAddress(one, address)));
  const once = (others.length > 0 ? others : notice.recipients).filter(
    ({ address }, n, all) => all.findIndex((other) => isSameAddress(other.address, address)) === n,
  );
  return once.length === 0 ? null : { ...notice, recipients: once };
}
