import { detailWords } from './detail-words';
import type { Report } from '@/lib/report/report';
import type { Session, Stage } from '@/lib/smtp/session';
import { dotted, zonesOf } from './chain';
import { decisiveSessions, isUnderWay } from './decisive';
import { showMs } from './duration';
import { senderWaitMs } from './sender-wait';
import { stagesSoFar } from './stages-so-far';
import { dnsMs } from './way-times';
import { SESSION_WORD, STAGE_WORD } from './words';

/** `hit`: the break is here. `unproven`: nothing seen that would tell. `ahead`: not come to yet. */
export type BoxState = 'fine' | 'hit' | 'unproven' | 'ahead';

export interface PathBox {
  title: string;
  state: BoxState;
  say: string;
  detail: string;
}

/** `cut`: something has passed it, and it leads to the break. `unreached`: it breaks on the way, and nothing has passed. */
export interface PathWire {
  label: string;
  state: 'through' | 'cut' | 'unreached' | 'idle';
}

export interface PathView {
  boxes: readonly [ours: PathBox, between: PathBox, theirs: PathBox];
  wires: readonly [PathWire, PathWire];
}

/** The way of a mail in three boxes; one look says whose turn it is, and where it breaks, also when nobody is to blame. */
export function pathOf(report: Report): PathView {
  return {
    boxes: [ourBox(report), betweenBox(report), theirBox(report)],
    wires: [
      { label: dnsLabel(report), state: dnsWire(report) },
      { label: smtpLabel(report), state: smtpWire(report) },
    ],
  };
}

function dnsWire(report: Report): PathWire['state'] {
  const { route, verdict } = report;
  if (verdict?.side === 'sender' && verdict.stage === 'dns') return 'unreached';
  if (breaksInDns(report)) return 'cut';
  return route === null ? 'idle' : 'through';
}

function smtpWire(report: Report): PathWire['state'] {
  const { verdict } = report;
  if (verdict === null || breaksInDns(report)) return 'idle';
  if (verdict.outcome === 'accepted') return 'through';
  if (verdict.side === 'sender' && verdict.stage === 'dns') return 'idle';
  return report.sessions.some(hasAnswered) ? 'cut' : 'unreached';
}

/** The name servers gave no way that mail could go. */
function breaksInDns({ route, verdict }: Report): boolean {
  return verdict !== null && verdict.side !== 'sender' && route?.kind === 'unresolved';
}

function hasAnswered(session: Session): boolean {
  return (
    session.timings.connectMs !== null ||
    stagesSoFar(session).some((one) => one.stage === 'connect' && one.outcome === 'ok')
  );
}

function ourBox(report: Report): PathBox {
  const answered = report.sessions.filter(hasAnswered).length;
  const dnsHeard = report.trace.steps.some((step) => step.ms > 0 && step.rcode !== null);
  const local = report.sessions.find((session) => session.socket)?.socket?.localAddress;
  const box = {
    title: 'Sender’s side (this check)',
    detail: [report.options.helo ?? report.vantage.helo, local].filter(Boolean).join(' · '),
  };
  if (report.verdict?.side === 'sender')
    return { ...box, state: 'hit', say: 'The cause is here, not with the recipient: see what to do.' };
  if (answered > 0) return { ...box, state: 'fine', say: `${outPort(report)} works from here.` };
  if (report.reached !== null)
    return {
      ...box,
      state: 'fine',
      say: `${outPort(report)} works: another mail server answered a moment before.`,
    };
  if (dnsHeard)
    return {
      ...box,
      state: 'fine',
      say: 'DNS queries leave and come back. Port 25 is not proven by this check.',
    };
  return {
    ...box,
    state: isUnderWay(report) ? 'ahead' : 'unproven',
    say: 'Nothing has come back yet.',
  };
}

function outPort(report: Report): string {
  return `Port ${report.sessions[0]?.port ?? 25} out`;
}

function betweenBox(report: Report): PathBox {
  const zones = zonesOf(report).map(dotted).join(' → ');
  const box = {
    title: 'DNS and the network',
    detail: report.target.kind === 'literal' ? report.target.domain : zones,
  };
  if (report.verdict?.side === 'network')
    return { ...box, state: 'hit', say: 'The way there is broken: see what to do.' };
  const { route } = report;
  if (!route)
    return isUnderWay(report)
      ? { ...box, state: 'ahead', say: zones ? 'Walking down from the root.' : 'Not begun yet.' }
      : { ...box, state: 'unproven', say: 'The walk did not come to an end.' };
  if (!breaksInDns(report))
    return { ...box, state: route.kind === 'unresolved' ? 'unproven' : 'fine', say: routeSay(report, route) };
  return report.verdict?.side === 'recipient'
    ? { ...box, state: 'hit', say: 'The recipient’s own name servers give no usable answer.' }
    : { ...box, state: 'unproven', say: routeSay(report, route) };
}

function routeSay(report: Report, route: NonNullable<Report['route']>): string {
  const begun = report.sessions.filter((session) => session.outcome !== null);
  const answer = begun.filter(hasAnswered).length;
  const reach =
    begun.length === 0
      ? ''
      : answer === begun.length
        ? begun.length === 1
          ? ', which answers'
          : ', all answer'
        : begun.length === 1
          ? ', which does not answer'
          : `, ${answer === 0 ? 'none' : answer} of ${begun.length} answer`;
  const addresses = route.hosts.reduce((sum, host) => sum + host.addresses.length, 0);
  switch (route.kind) {
    case 'mx':
      return `${count(route.hosts.length, 'exchange')} with ${count(addresses, 'address', 'addresses')}${reach}.`;
    case 'implicit':
      return `No MX, so the domain’s own ${addresses === 1 ? 'address is' : 'addresses are'} used${reach}.`;
    case 'literal':
      return `The address was given: DNS is not asked${reach}.`;
    case 'null':
      return 'DNS works and says: this domain takes no mail.';
    case 'none':
      return route.domainExists === false
        ? 'DNS works and says: no such domain.'
        : 'DNS works and gives no place to send mail to.';
    case 'unresolved':
      return 'The name servers gave no usable answer.';
  }
}

function count(n: number, one: string, many: string = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

function theirBox(report: Report): PathBox {
  const title = 'Recipient’s side';
  const { verdict } = report;
  const sessions = decisiveSessions(report);
  const session = sessions[0] ?? report.sessions.find(hasAnswered) ?? null;
  const detail = session
    ? replyText(session)
    : report.route?.kind === 'null'
      ? `${report.target.domainUnicode} MX 0 .`
      : '';
  if (!verdict)
    return {
      title,
      state: 'ahead',
      say: isUnderWay(report) ? soFar(session) : 'Nothing is proven about this side.',
      detail,
    };
  if (report.findings.some(({ code }) => code === 'vantage.intercepted'))
    return {
      title,
      state: 'unproven',
      say: 'Not proven: another machine may have answered in its place.',
      detail,
    };
  const told = sessions.length > 1 ? sessions.map(namedSay).join(' ') : session && sessionSay(session);
  const say = told
    ? verdict.stage === 'dns'
      ? `The domain’s DNS decides. The mail server itself: ${uncapitalised(told)}`
      : told
    : verdict.stage === 'dns'
      ? 'No mail server was reached: DNS decided.'
      : 'Not reached.';
  if (verdict.outcome === 'accepted')
    return { title, state: 'fine', say: `${say}${flawWords(verdict.but.length)}`, detail };
  if (verdict.side === 'recipient') return { title, state: 'hit', say, detail };
  if (verdict.outcome === 'no-mail')
    return { title, state: 'hit', say: 'The domain publishes that it takes no mail.', detail };
  return { title, state: 'unproven', say, detail };
}

function namedSay(session: Session): string {
  return `${session.exchange}: ${uncapitalised(sessionSay(session))}`;
}

function flawWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ' One flaw: see what to do.' : ` ${count} flaws: see what to do.`;
}

function uncapitalised(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function soFar(session: Session | null): string {
  return session ? sessionSay(session) : 'Not reached yet.';
}

function replyText(session: Session): string {
  if (session.reply) return [session.reply.code, ...session.reply.lines].join(' ');
  return session.banner ?? detailWords(session) ?? '';
}

const TOLD: Partial<Record<Stage, string>> = {
  connect: 'the connection',
  tls: 'TLS',
  mail: 'the sender',
  rcpt: 'the recipient',
  message: 'the message',
};

/** "Accepted the connection, TLS and the sender; rejected permanently at RCPT TO." */
function sessionSay(session: Session): string {
  const good = stagesSoFar(session).flatMap((one) =>
    one.outcome === 'ok' && TOLD[one.stage] ? [TOLD[one.stage] ?? ''] : [],
  );
  const accepted = good.length > 0 ? `Accepted ${listed([...new Set(good)])}` : '';
  const { outcome, stage } = session;
  if (outcome === null || outcome === 'accepted') return accepted ? `${accepted}.` : 'Connecting.';
  const ended = `${SESSION_WORD[outcome]}${stage && stage !== 'connect' ? ` at ${STAGE_WORD[stage]}` : ''}`;
  return accepted ? `${accepted}; ${ended}.` : `${ended.charAt(0).toUpperCase()}${ended.slice(1)}.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** Until the way of the mail was known. */
function dnsLabel(report: Report): string {
  const ms = dnsMs(report);
  return ms === null ? 'DNS' : `DNS ${showMs(ms)}`;
}

/** What a sender would wait, from the first exchange that it tries to the one where its mail stays. */
function smtpLabel(report: Report): string {
  const ms = senderWaitMs(report);
  if (ms !== null) return `SMTP ${showMs(ms)}`;
  return report.sessions.length === 0 && !isUnderWay(report) ? 'no SMTP' : 'SMTP';
}
