import { CATEGORIES } from '@/lib/meaning/categories';
import { explainReply } from '@/lib/meaning/meaning';
import type { Meaning } from '@/lib/meaning/schema';
import { type Diagnosis, readDiagnosis } from './diagnosis';
import { bothHosts } from './combine';
import { isFailureSubject } from '@/lib/mail/failure-subjects';
import { findNotice } from './find-notice';
import { noticeOrForwarded } from './forwarded';
import { isDigest, readSigns, type Signs } from '@/lib/mail/signs';
import type { Mail } from '@/lib/mail/mail';
import { ownQueueId } from './own-queue-id';
import { readReturned, returnedHeader } from '@/lib/mail/returned';
import type { Action, Notice, NoticeRecipient, MailKind } from './notice';
import { noticeTexts } from './page';
import { MAX_RECIPIENTS, type Statements, type Statement } from './statement';
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
export async function readNotice(whole: Mail): Promise<Notice> {
  const mail = await noticeOrForwarded(whole);
  const signs = readSigns(mail);
  const { header } = mail;
  const notice = findNotice(mail, signs);
  const found = notice?.recipients ?? [];
  const limits = [...mail.limits];
  if (found.length > MAX_RECIPIENTS) limits.push(`The first ${MAX_RECIPIENTS} recipients were read.`);
  const recipients = found.slice(0, MAX_RECIPIENTS).map((one) => readRecipient(one, notice, mail));
  const returned = notice === null ? null : readReturned(mail);
  return {
    ...kindOf(recipients, notice, signs, mail),
    format: notice?.format ?? 'none',
    subject: header.get('subject'),
    from: header.get('from'),
    to: header.get('to'),
    date: header.get('date'),
    reportingHost: notice?.reportingHost ?? null,
    arrivedAt: notice?.arrivedAt ?? null,
    envelopeId: notice?.envelopeId ?? null,
    queueId:
      notice === null
        ? null
        : ownQueueId(noticeTexts(mail), returned?.hops ?? [], { ...notice, from: header.get('from') }),
    recipients,
    returned,
    limits,
  };
}

function readRecipient(one: Statement, notice: Statements | null, mail: Mail): NoticeRecipient {
  const told = refusalOnly(readDiagnosis(one.words), one.status);
  const status = specific(one.status, told.enhanced);
  const stage = one.stage ?? told.stage;
  const remote = bothHosts(one.remote, told.remote);
  const words =
    told.code === null ? withoutBoilerplate(told.reply ?? '') : withoutCode(told.reply, told.code);
  // What the last reply says beats what the notice makes of all tries, unless it says less.
  const isInReply =
    told.reply?.includes(status ?? '-') === true || (told.enhanced !== null && !told.enhanced.endsWith('.0'));
  const said = [told.code, isInReply ? null : status, words];
  const reply = said
    .filter((part) => part !== null && part !== '')
    .join(' ')
    .replace(LAST_OF_MANY, '');
  const action = one.action ?? actionOf(status, told.code, mail);
  return {
    address: one.address,
    originalAddress: one.originalAddress,
    status,
    code: told.code,
    reply: told.reply,
    stage,
    action,
    remote,
    reportedBy: notice?.reportingHost ?? null,
    lastAttempt: one.lastAttempt,
    willRetryUntil: one.willRetryUntil,
    queueId: one.queueId ?? told.queueId,
    meaning: meaningOf(
      explainReply({
        reply,
        stage: stage ?? undefined,
        host: remote.name ?? undefined,
        hostAddress: remote.address ?? undefined,
        isListMail: isListMail(mail),
        isGivenUp: action === 'failed',
      }),
      action,
      one.status,
    ),
  };
}

/**
 * RFC 3464 §2.3.3: what was delivered, or passed on, has been accepted, though no reply is told. RFC 3463 §3.1: the class of
 * the Status field is what the reporting server made of the reply; it may take a refused connection for a delay.
 */
function meaningOf(explained: Meaning, action: Action, stated: string | null): Meaning {
  if (action === 'failed' || action === 'delayed') {
    // X.4.7 tells that the time was over, and says nothing of the last reply.
    const isOver = stated?.endsWith('.4.7') === true && explained.code !== null;
    const byStatus = isOver ? undefined : PERMANENCE[stated?.charAt(0) ?? ''];
    const permanence = byStatus ?? explained.permanence;
    const isWaiting = action === 'delayed' && explained.code === null && byStatus === undefined;
    const usual = action === 'failed' ? 'permanent' : 'temporary';
    return { ...explained, permanence: isWaiting ? usual : (permanence ?? usual) };
  }
  if (explained.category !== 'unknown') return explained;
  const { side, whoActs, meaning, fix } = CATEGORIES.accepted;
  const accepted = { category: 'accepted', permanence: null, rule: 'accepted' } as const;
  return { ...explained, ...accepted, side, whoActs, meaning, fix, refs: ['RFC 3464 §2.3.3'] };
}

const PERMANENCE: Readonly<Record<string, Meaning['permanence']>> = { 4: 'temporary', 5: 'permanent' };

/** Where the status tells of failure, 2xx is no reply: it is a number of something else. */
function refusalOnly(told: Diagnosis, status: string | null): Diagnosis {
  const isNoReply = told.code !== null && told.code < 300 && /^[45]/.test(status ?? '');
  return isNoReply ? { ...told, code: null } : told;
}

function withoutCode(reply: string | null, code: number): string | null {
  return reply === null || !reply.startsWith(String(code)) ? reply : reply.replace(/^[245]\d\d[ -]?/, '');
}

/** RFC 3463 §3: X.Y.0 is something else, or nothing that is known; a reply that says more of the same class is what was meant. */
function specific(status: string | null, said: string | null): string | null {
  if (status === null || said === null) return status ?? said;
  const saysLess = status.endsWith('.0.0') || (status.endsWith('.0') && !said.endsWith('.0'));
  return saysLess && status.charAt(0) === said.charAt(0) ? said : status;
}

/** Without a word about it: the class of status or reply, then what the notice as a whole says. */
function actionOf(status: string | null, code: number | null, { text }: Mail): Action {
  const isDelay = DELAY.test(text) && !GIVEN_UP.test(text);
  if (isDelay) return 'delayed';
  if (status?.startsWith('2') === true || (code !== null && code < 300)) return 'delivered';
  return 'failed';
}

/** RFC 2919, RFC 2369 §3.4: the message that was not delivered came through a list. */
function isListMail(mail: Mail): boolean {
  const header = returnedHeader(mail);
  return header !== null && ['list-id', 'list-post'].some((name) => header.get(name) !== null);
}

function isDelaySubject(subject: string): boolean {
  return /\bdelay|\bwarning\b|still being retried/i.test(subject);
}

function kindOf(
  recipients: readonly NoticeRecipient[],
  notice: Statements | null,
  { readReceipt, automaticReply, feedback, isSystem, bySystem }: Signs,
  { header }: Mail,
): { kind: MailKind; why: string } {
  if (readReceipt !== null) return { kind: 'read-receipt', why: readReceipt };
  if (feedback !== null) return { kind: 'feedback', why: feedback };
  if (recipients.length > 0) {
    const why = notice?.why ?? '';
    if (recipients.some(({ action }) => action === 'failed')) return { kind: 'bounce', why };
    if (recipients.some(({ action }) => action === 'delayed')) return { kind: 'delay', why };
    return { kind: 'delivered', why };
  }
  if (automaticReply !== null) return { kind: 'automatic-reply', why: automaticReply };
  const subject = header.get('subject') ?? '';
  const isReturned = /^<\s*(?:mailer-daemon\b[^>]{0,255})?>$/i.test(header.get('return-path') ?? '');
  // A mail system that returns a mail says so by that, whoever it was for.
  if (
    isSystem &&
    isFailureSubject(subject) &&
    !isDigest(subject) &&
    (isReturned || /daemon/i.test(bySystem ?? ''))
  )
    return { kind: isDelaySubject(subject) ? 'delay' : 'bounce', why: `Subject: ${subject}` };
  return { kind: 'ordinary', why: '' };
}
