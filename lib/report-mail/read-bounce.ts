import { explainReply } from '@/lib/meaning/meaning';
import { type Diagnosis, readDiagnosis } from './diagnosis';
import { bothHosts, findNotice } from './find-notice';
import { noticeOrForwarded } from './forwarded';
import { readSigns, type Signs } from './kind';
import { type Mail, readMail } from './mail';
import { readReturned } from './returned';
import type { Action, BounceReading, ReportedRecipient, ReportKind } from './schema';
import type { Notice, Stated } from './stated';
import { withoutBoilerplate } from './whole-reason';

/** Words by which a notice as a whole says that it is about a delay. */
const DELAY =
  /\b(?:warning message only|has not yet been delivered|not yet been delivered|delivery (?:is |has been |of your message )?delayed|has been delayed|will (?:be retried|(?:keep|continue) (?:on )?trying|try again|retry)|still being retried|you do not need to (?:resend|do anything)|temporary (?:non-fatal )?(?:error|problem|failure))\b/i;
const GIVEN_UP =
  /\b(?:giving up|given up|gave up|permanent(?:ly)?|fatal|returned to sender|expired|no longer|couldn't be delivered)\b/i;

/** What Exim and qmail add to the words about the last try, when they give up: those before it tell why. */
const LAST_OF_MANY =
  /(?<=\S)(?::\s{0,20}retry timeout exceeded|\sI'm not going to try again; this message has been in the queue too long\.)\s*$/i;

/** Reads a mail, or text copied from one, as a notice about deliveries. Never throws for anything that it is given. */
export async function readBounce(raw: Uint8Array): Promise<BounceReading> {
  const mail = await noticeOrForwarded(await readMail(raw));
  const signs = readSigns(mail);
  const { header } = mail;
  const notice = findNotice(mail, signs);
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

function readRecipient(one: Stated, notice: Notice | null, mail: Mail): ReportedRecipient {
  const told = refusalOnly(readDiagnosis(one.words), one.status);
  const status = specific(one.status, told.enhanced);
  const stage = one.stage ?? told.stage;
  const remote = bothHosts(one.remote, told.remote);
  const words =
    told.code === null ? withoutBoilerplate(told.reply ?? '') : withoutCode(told.reply, told.code);
  const said = [told.code, told.reply?.includes(status ?? '-') === true ? null : status, words];
  const reply = said
    .filter((part) => part !== null && part !== '')
    .join(' ')
    .replace(LAST_OF_MANY, '');
  return {
    address: one.address,
    originalAddress: one.originalAddress,
    status,
    code: told.code,
    reply: told.reply,
    stage,
    action: one.action ?? actionOf(status, told.code, mail),
    remote,
    reportedBy: notice?.reportingHost ?? null,
    lastAttempt: one.lastAttempt,
    willRetryUntil: one.willRetryUntil,
    queueId: one.queueId ?? told.queueId,
    meaning: explainReply({ reply, stage: stage ?? undefined, host: remote.name ?? undefined }),
  };
}

/** Where the status tells of failure, 2xx is no reply: it is a number of something else. */
function refusalOnly(told: Diagnosis, status: string | null): Diagnosis {
  const isNoReply = told.code !== null && told.code < 300 && /^[45]/.test(status ?? '');
  return isNoReply ? { ...told, code: null } : told;
}

function withoutCode(reply: string | null, code: number): string | null {
  return reply === null || !reply.startsWith(String(code)) ? reply : reply.replace(/^[245]\d\d[ -]?/, '');
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
  { readReceipt, automaticReply, feedback }: Signs,
): { kind: ReportKind; why: string } {
  if (readReceipt !== null) return { kind: 'read-receipt', why: readReceipt };
  if (feedback !== null) return { kind: 'feedback', why: feedback };
  if (recipients.length > 0) {
    const why = notice?.why ?? '';
    if (recipients.some(({ action }) => action === 'failed')) return { kind: 'bounce', why };
    if (recipients.some(({ action }) => action === 'delayed')) return { kind: 'delay', why };
    return { kind: 'delivered', why };
  }
  if (automaticReply !== null) return { kind: 'automatic-reply', why: automaticReply };
  return { kind: 'ordinary', why: '' };
}
