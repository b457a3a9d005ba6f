import { explainReply } from '@/lib/meaning/meaning';
import { addressesIn, isSameAddress } from './address';
import { deliveryStatusIn, readDeliveryStatus } from './delivery-status';
import { readDiagnosis } from './diagnosis';
import { readExchange } from './exchange';
import { readSigns, type Signs } from './kind';
import { type Mail, readMail } from './mail';
import { readReturned, returnedHeader } from './returned';
import { linesBeforeReturned } from './returned-marks';
import type { Action, BounceReading, Host, ReportedRecipient, ReportKind } from './schema';
import { readSentence } from './sentences';
import { type Notice, type Stated, stated } from './stated';
import { readTextNotice } from './text-notice';
import { readTranscript } from './transcript';

/** How deep a notice may be attached to mails that pass it on. */
const MAX_ATTACHED = 3;

/** Characters of a notice that are searched for a reason. */
const MAX_WHOLE = 8_000;

/** Words by which a notice as a whole says that it is about a delay. */
const DELAY =
  /\b(?:warning message only|has not yet been delivered|not yet been delivered|delivery (?:is |has been |of your message )?delayed|has been delayed|will (?:be retried|(?:keep|continue) (?:on )?trying|try again|retry)|still being retried|you do not need to (?:resend|do anything)|temporary (?:non-fatal )?(?:error|problem|failure))\b/i;
const GIVEN_UP =
  /\b(?:giving up|given up|gave up|permanent(?:ly)?|fatal|returned to sender|expired|no longer|couldn't be delivered)\b/i;

/** Reads a mail, or text copied from one, as a notice about deliveries. Never throws for anything that it is given. */
export async function readBounce(raw: Uint8Array): Promise<BounceReading> {
  const mail = await readMail(raw);
  const attached = attachedNotice(mail);
  return readMailAsBounce(attached === null ? mail : await readMail(attached));
}

/** A notice that somebody passes on as an attachment: the mail around it says nothing itself. */
function attachedNotice(mail: Mail, depth = 0): Uint8Array | null {
  const signs = readSigns(mail);
  if (signs.bySystem !== null || signs.deliveryReport !== null || signs.readReceipt !== null) return null;
  const part = mail.parts.find(({ type, text }) => /^message\/rfc822/i.test(type) && IS_NOTICE.test(text));
  return part === undefined || depth >= MAX_ATTACHED ? null : Buffer.from(part.text, 'utf8');
}

const IS_NOTICE =
  /^(?:content-type:\s{0,5}multipart\/report|x-failed-recipients:|from:.{0,80}mailer-daemon)/im;

function readMailAsBounce(mail: Mail): BounceReading {
  const signs = readSigns(mail);
  const { header } = mail;
  const notice = noticeIn(mail, signs);
  const recipients = (notice?.recipients ?? []).map((one) => readRecipient(one, notice, mail));
  return {
    ...kindOf(recipients, notice, signs),
    format: notice?.format ?? 'none',
    subject: header.get('subject'),
    from: header.get('from'),
    to: header.get('to'),
    date: header.get('date'),
    reportingHost: notice?.reportingHost ?? null,
    arrivedAt: notice?.arrivedAt ?? null,
    envelopeId: notice?.envelopeId ?? null,
    recipients,
    returned: notice === null ? null : readReturned(mail),
    limits: mail.limits,
  };
}

/**
 * The order: fields of a delivery status, then the forms of known software, then sentences, then what is left. Words
 * count only when a mail system wrote them; what the fields leave out is taken from the words.
 */
function noticeIn(mail: Mail, signs: Signs): Notice | null {
  if (signs.readReceipt !== null || signs.automaticReply !== null) return null;
  const text = textOf(mail);
  const part = mail.parts.find(({ type }) => /^message\/(?:global-)?delivery-status/i.test(type))?.text;
  const loose = [text, ...mail.parts.filter(isLoose).map((one) => one.text)].map(deliveryStatusIn);
  const fields = [part, ...loose].map((one) =>
    one === undefined || one === null ? null : readDeliveryStatus(one),
  );
  const status = fields.find((one) => one !== null) ?? null;
  if (status === null && signs.bySystem === null && signs.deliveryReport === null) return null;
  const lines = linesBeforeReturned(text);
  const spoken = readTextNotice(lines) ?? readExchange(lines) ?? readSentence(lines);
  const exchange = readExchange(lines);
  const words = withTranscript(exchange === null ? spoken : merged(exchange, spoken), lines);
  const notice = merged(status, words) ?? byHeader(mail);
  return notice === null ? null : withoutSender(withWholeText(notice, lines), mail);
}

function isLoose({ type }: { type: string }): boolean {
  return /^(?:text\/(?!rfc822|html)|application\/octet-stream)/i.test(type);
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
      remote: both(one.remote, both(other.remote, spoken.remote)),
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
function both(first: Host, second: Host): Host {
  const isSame = first.name === null || second.name === null || first.name === second.name;
  return { name: first.name ?? second.name, address: first.address ?? (isSame ? second.address : null) };
}

function withTranscript(notice: Notice | null, lines: readonly string[]): Notice | null {
  const told = readTranscript(lines);
  if (told.length === 0) return notice;
  const transcript: Notice = {
    ...{
      format: 'Sendmail',
      why: told[0]?.words ?? '',
      reportingHost: null,
      arrivedAt: null,
      envelopeId: null,
    },
    recipients: told.map(({ address, words, host }) =>
      stated(address, words, { remote: { name: host, address: null } }),
    ),
  };
  return merged(notice, transcript);
}

/** Exim names the recipients in a field of their own; else the only recipient of the returned message is meant. */
function byHeader(mail: Mail): Notice | null {
  const named = addressesIn(mail.header.get('x-failed-recipients') ?? '');
  const isSpoken = /\b(?:deliver|undeliver|bounce|reject|fail|returned)/i.test(
    `${mail.header.get('subject') ?? ''} ${mail.text.slice(0, 2_000)}`,
  );
  const to = isSpoken ? addressesIn(returnedHeader(mail)?.get('to') ?? '') : [];
  const [why, addresses] =
    named.length > 0 ? ['X-Failed-Recipients', named] : ['To of the returned message', to.slice(0, 2)];
  if (addresses.length === 0 || (named.length === 0 && addresses.length > 1)) return null;
  return {
    ...{ format: 'other', why, reportingHost: null, arrivedAt: null, envelopeId: null },
    recipients: addresses.map((address) => stated(address, '')),
  };
}

/** Reasons that stand before the recipients, or in a paragraph of their own, belong to the only one. */
function withWholeText(notice: Notice, lines: readonly string[]): Notice {
  const [only] = notice.recipients;
  if (only === undefined || notice.recipients.length > 1 || tellsReason(only.words)) return notice;
  const whole = lines.join('\n').slice(0, MAX_WHOLE);
  if (!tellsReason(whole)) return notice;
  return {
    ...notice,
    recipients: [{ ...only, words: readDiagnosis(whole).code === null ? whole : `${only.words}\n${whole}` }],
  };
}

function tellsReason(words: string): boolean {
  const { code, enhanced } = readDiagnosis(words);
  return code !== null || enhanced !== null || explainReply({ reply: words }).category !== 'unknown';
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

function readRecipient(one: Stated, notice: Notice | null, mail: Mail): ReportedRecipient {
  const told = readDiagnosis(one.words);
  const status = specific(one.status, told.enhanced);
  const stage = one.stage ?? told.stage;
  const remote = both(one.remote, told.remote);
  const said = [
    told.code,
    told.reply?.includes(status ?? '-') === true ? null : status,
    withoutCode(told.reply, told.code),
  ];
  const reply = said.filter((part) => part !== null && part !== '').join(' ');
  return {
    ...{
      address: one.address,
      originalAddress: one.originalAddress,
      status,
      code: told.code,
      reply: told.reply,
      stage,
    },
    action: one.action ?? actionOf(status, told.code, mail),
    remote,
    reportedBy: notice?.reportingHost ?? null,
    ...{
      lastAttempt: one.lastAttempt,
      willRetryUntil: one.willRetryUntil,
      queueId: one.queueId ?? told.queueId,
    },
    meaning: explainReply({ reply, stage: stage ?? undefined, host: remote.name ?? undefined }),
  };
}

function withoutCode(reply: string | null, code: number | null): string | null {
  return code === null || reply === null ? reply : reply.replace(/^[245]\d\d[ -]?/, '');
}

/** RFC 3463 §3.1: X.0.0 says nothing; a reply that says more of the same class is what was meant. */
function specific(status: string | null, said: string | null): string | null {
  if (status === null || said === null) return status ?? said;
  return /^\d\.0\.0$/.test(status) && status.charAt(0) === said.charAt(0) ? said : status;
}

/** Without a word about it: the class of status or reply, then what the notice as a whole says. */
function actionOf(status: string | null, code: number | null, { text }: Mail): Action {
  const isDelay = DELAY.test(text) && !GIVEN_UP.test(text);
  if (isDelay) return 'delayed';
  if (status?.startsWith('2') === true || (code !== null && code < 300)) return 'delivered';
  return 'failed';
}

function kindOf(
  recipients: readonly ReportedRecipient[],
  notice: Notice | null,
  signs: Signs,
): { kind: ReportKind; why: string } {
  const { readReceipt, automaticReply } = signs;
  if (readReceipt !== null) return { kind: 'read-receipt', why: readReceipt };
  if (recipients.length > 0) {
    const why = notice?.why ?? '';
    if (recipients.some(({ action }) => action === 'failed')) return { kind: 'bounce', why };
    if (recipients.some(({ action }) => action === 'delayed')) return { kind: 'delay', why };
    return { kind: 'delivered', why };
  }
  if (automaticReply !== null) return { kind: 'automatic-reply', why: automaticReply };
  return { kind: 'ordinary', why: '' };
}
