import { printReference } from '@/lib/report/reference';
import type { Report } from '@/lib/report/report';
import type { TraceStep } from '@/lib/dns/trace';
import type { Finding } from '@/lib/report/finding';
import type { Certificate, Session } from '@/lib/smtp/session';
import { keyWords } from './certificate-words';
import { turnsOf } from '@/lib/smtp/turns';
import { annotateTurn } from './annotate';
import { isUnderWay } from './decisive';
import { digCommand } from './dig';
import { answerWords, linkWords } from './dnssec-marks';
import { showMs } from './duration';
import { lookFirstReason } from './look-first-reason';
import { showUtc } from './moment';
import { thenAndNow } from './then-and-now';
import { notesByLine } from './notes-by-line';
import { retestStory } from './retest-story';
import { senderSteps } from './sender-steps';
import { swaksText } from './swaks-text';
import { tlsOfferWords, tryWords } from './tls-words';
import { detailWords } from './detail-words';
import {
  CAUSE_STATE_WORD,
  CAUSE_WORD,
  depthWords,
  layerWords,
  LOOK_FIRST_WORD,
  OUTCOME_WORD,
  outcomeWord,
  SESSION_WORD,
  SEVERITY_WORD,
  SIDE_WORD,
  STAGE_WORD,
  STATUS_WORD,
  STEP_WORD,
} from './words';

/** Columns of prose; quoted evidence is never broken. */
const WIDTH = 78;

/** The whole proof as plain text for a ticket: verdict, findings, route, every DNS step, every transcript. */
export function reportText(report: Report): string {
  const parts = [
    head(report),
    section('Who meets what', casesText(report)),
    section('Where to look first', diagnosisText(report)),
    section('Findings', report.findings.map(findingText)),
    section('Route', routeLines(report)),
    section('What a sender would do', [
      senderSteps(report)
        .map(({ preference, exchange, say }) => wrap(`${preference} ${exchange}: ${say}`, '  '))
        .join('\n'),
    ]),
    section('DNSSEC', dnssecLines(report)),
    section(`DNS, ${report.trace.queryCount} questions`, [
      report.trace.steps.map((step) => stepText(report, step)).join('\n'),
    ]),
    ...report.sessions.map((session) => section(sessionTitle(session), [sessionText(session, report)])),
    tail(report),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function head(report: Report): string {
  const { verdict, target, vantage, startedAt, durationMs, status } = report;
  const title = verdict?.headline ?? STATUS_WORD[status];
  const facts: [string, string][] = [
    ['Target', targetWords(target)],
    ['Time', `${showUtc(startedAt)} UTC${durationMs === null ? '' : `, ${showMs(durationMs)}`}`],
    ['From', `${vantage.helo}, sender ${vantage.sender === '<>' ? '<>' : `<${vantage.sender}>`}`],
    ['Check', `${report.id} (${STATUS_WORD[status].toLowerCase()})`],
  ];
  if (report.tlsOffer !== null) facts.push(['TLS', tlsOfferWords(report.tlsOffer)]);
  if (verdict !== null) {
    const where = verdict.layer === null ? '' : `, ${layerWords(verdict.layer, verdict.stage)}`;
    facts.unshift(['Verdict', `${outcomeWord(verdict)}. ${SIDE_WORD[verdict.side]}${where}`]);
    facts.push(['Depth', depthWords(verdict)]);
  }
  if (report.before !== null) {
    const { then, now, says } = thenAndNow(report.before, report);
    facts.push(['Bounce', `then ${then}; now ${now}. ${says}`]);
  }
  if (report.retest !== null) facts.push(['Retest', retestStory(report.retest)]);
  const lines = facts.map(([name, value]) => `${`${name}:`.padEnd(9)}${value}`);
  return [wrap(title), lines.join('\n'), ...(verdict === null ? [] : [wrap(verdict.plain)])].join('\n\n');
}

/** The domain as people write it stands beside the form that DNS knows. */
function targetWords({ mailbox, domain, domainUnicode }: Report['target']): string {
  return `${mailbox ?? domain}${domainUnicode === domain ? '' : ` (${domainUnicode})`}`;
}

function casesText({ verdict }: Report): string[] {
  return (verdict?.cases ?? []).map(
    ({ when, outcome, because }) => `${wrap(`* [${OUTCOME_WORD[outcome]}] ${when}`)}\n${wrap(because, '  ')}`,
  );
}

function diagnosisText({ verdict }: Report): string[] {
  if (verdict === null || verdict.diagnosis.length === 0) return [];
  const { lookFirst, diagnosis } = verdict;
  const causes = diagnosis.map(({ cause, state, because, next }) => {
    const say = `${CAUSE_STATE_WORD[state]}: ${CAUSE_WORD[cause]}. ${because}`;
    return wrap(`* ${say}${next === null ? '' : ` Next: ${next}`}`, '  ');
  });
  const reason = lookFirstReason(verdict);
  const first = LOOK_FIRST_WORD[lookFirst.side];
  return [wrap(reason === null ? `${first}.` : `${first}: ${reason}`), causes.join('\n')];
}

function findingText({ title, why, fix, refs, evidence, severity, side, code }: Finding): string {
  const whose = side === 'none' ? '' : `, ${SIDE_WORD[side].toLowerCase()}`;
  const lines = [`* ${SEVERITY_WORD[severity]}${whose}: ${title}`, wrap(why, '  ')];
  if (fix !== '') lines.push(wrap(`To do: ${fix}`, '  '));
  lines.push(
    `  Code ${code}; proof ${evidence.map(printReference).join(', ')}${refs.length > 0 ? `; ${refs.join(', ')}` : ''}`,
  );
  return lines.join('\n');
}

function routeLines({ route }: Report): string[] {
  if (route === null || route.hosts.length === 0) return [];
  const hosts = route.hosts.map(({ preference, exchange, addresses }) => {
    const known = addresses.map(({ address }) => address).join(' ') || 'no address';
    return `${String(preference).padStart(5)} ${exchange}  ${known}`;
  });
  return [hosts.join('\n')];
}

function dnssecLines({ dnssec }: Report): string[] {
  if (dnssec === null) return [];
  const proof = ({ evidence }: { evidence: number[] }) => evidence.map((n) => `dns:${n}`).join(', ');
  const links = dnssec.links.map((link) => `  ${link.zone}  ${linkWords(link)}  (${proof(link)})`);
  const answers = dnssec.answers.map(
    (one) => `  ${one.name} ${one.type}  ${answerWords(one)}  (${proof(one)})`,
  );
  return [[...links, ...answers].join('\n')];
}

function stepText({ vantage }: Report, step: TraceStep): string {
  const { n, server, question, transport, ms, authoritative, truncated } = step;
  const flags = [authoritative && 'aa', truncated && 'tc'].filter(Boolean).join(' ');
  const said = step.rejected ?? STEP_WORD[step.outcome];
  const held = step.heldMs !== undefined && `held back here for ${showMs(step.heldMs)} before`;
  const facts = [transport, said, flags, detailWords(step), held, showMs(ms), `${step.bytes} bytes`]
    .filter(Boolean)
    .join(', ');
  const records = [
    ...step.answer.map((record) => ['answer', record] as const),
    ...step.authority.map((record) => ['authority', record] as const),
    ...step.additional.map((record) => ['additional', record] as const),
  ].map(([part, { name, ttl, type, data }]) => `      ${part.padEnd(10)} ${name} ${ttl} ${type} ${data}`);
  return [
    `dns:${n} ${question.name} ${question.type} at ${server.name} [${server.address}]: ${facts}`,
    ...records,
    `      ${digCommand(step, vantage.dnsPort)}`,
  ].join('\n');
}

function sessionTitle(session: Session): string {
  const { n, exchange, address, port, outcome, stage } = session;
  const again = tryWords(session);
  const came = outcome === null ? 'under way' : SESSION_WORD[outcome];
  const at = outcome === null || outcome === 'accepted' || stage === null ? '' : ` at ${STAGE_WORD[stage]}`;
  return `SMTP session ${n}: ${exchange} [${address}]:${port}${again && `, ${again}`}, ${came}${at}`;
}

function sessionText(session: Session, { startedAt, notes }: Report): string {
  const { tls, queueId, atMs } = session;
  const detail = detailWords(session);
  const facts = [`Began: ${showUtc(new Date(Date.parse(startedAt) + atMs).toISOString())} UTC`];
  facts.push(...helloFacts(session));
  if (queueId !== null) facts.push(`Queue id: ${queueId}`);
  if (detail !== null) facts.push(`Detail: ${detail}`);
  if (tls !== null) {
    facts.push(`TLS: ${[tls.state, tls.protocol, tls.cipher, tls.problem?.text].filter(Boolean).join(', ')}`);
    const { certificate } = tls;
    if (certificate !== null)
      facts.push(
        `Certificate: ${certificate.names.join(' ') || certificate.subject}; issuer ${certificate.issuer}; ` +
          `${showUtc(certificate.validFrom)} to ${showUtc(certificate.validTo)} UTC${strengthText(certificate)}; SHA-256 ${certificate.sha256}`,
      );
  }
  const meanings = [...notesByLine(notes, session.n)].map(([line, say]) => wrap(`Line ${line}: ${say}`));
  return [...facts, swaksText(session).trimEnd(), ...meanings].join('\n');
}

/** What greeting and the last answer to EHLO show, in the words of the page. */
function helloFacts(session: Session): string[] {
  const turns = turnsOf(session.transcript).filter(({ who }) => who === 'server');
  const greeting = turns.find(({ stage }) => stage === 'greeting');
  const ehlo = turns.findLast(({ stage }) => stage === 'ehlo');
  const said = [greeting, ehlo].map((turn) => (turn === undefined ? '' : annotateTurn(turn, session)));
  return said.filter((note) => note !== '').map((note) => wrap(note));
}

/** Its key and with what it is signed; nothing for evidence from before these were kept. */
function strengthText(certificate: Certificate): string {
  const key = keyWords(certificate);
  const { signature } = certificate;
  return [key && `; key ${key}`, signature && `; signed with ${signature}`].filter(Boolean).join('');
}

function tail(report: Report): string {
  const { digest, versions, vantage } = report;
  const evidence =
    digest === null ? (isUnderWay(report) ? 'The check is not over.' : '') : `Evidence ${digest}. `;
  return `${evidence}mxproof ${vantage.softwareVersion}, rules ${versions.rules}. Times are in UTC.`;
}

function section(title: string, parts: readonly string[]): string {
  const filled = parts.filter((part) => part !== '');
  return filled.length === 0 ? '' : `${title}\n${'-'.repeat(title.length)}\n${filled.join('\n\n')}`;
}

/** Lines of their own, such as records to paste, stay so. */
function wrap(text: string, indent = ''): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, indent))
    .join('\n');
}

function wrapLine(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => indent + one).join('\n');
}
