import type { TraceStep } from '@/lib/dns/trace';
import type { Finding } from '@/lib/report/finding';
import { senderConduct } from '@/lib/findings/sender-kinds';
import { printReference } from '@/lib/report/reference';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { contactsOf } from '../contacts/contacts';
import { detailWords } from '../detail-words';
import { digCommand } from '../dig';
import { answerWords, linkWords } from '../dnssec-marks';
import { showMs } from '../duration';
import { lookFirstReason } from '../look-first-reason';
import { mailSteps } from '../mail-queries';
import { OWN_POLICIES, ownPolicyRows } from '../own-policy-words';
import type { PolicyRow } from '../policy-row';
import { conductRows, policyRows } from '../policy-words';
import { senderSteps } from '../sender-steps';
import { tlsOfferWords, tryWords } from '../tls-words';
import {
  CAUSE_STATE_WORD,
  CAUSE_WORD,
  layerWords,
  LOOK_FIRST_WORD,
  outcomeWord,
  SESSION_WORD,
  SEVERITY_WORD,
  SIDE_WORD,
  STAGE_WORD,
  STATUS_WORD,
  STEP_WORD,
} from '../words';
import type { Block, Fact } from './block';
import { clockAt } from './clock';
import { actOf, casesOf, decidingSession, factsOf, pathWords, sharedLine, stateOf, titleOf } from './parts';
import type { ProofAbout } from './proof-about';
import { sessionBlocks } from './session-blocks';
import { tailOf } from './tail';
import { wrapped } from './wrapped';

/** The whole proof: what decides first, then everything else that was seen. */
export function fullProof(report: Report, about: ProofAbout): Block[] {
  const session = decidingSession(report);
  const ordered = [session ?? [], report.sessions.filter((one) => one !== session)].flat();
  const ofMail = new Set(mailSteps(report));
  return [
    { kind: 'title', text: titleOf(report) },
    { kind: 'prose', text: sharedLine(report) },
    { kind: 'prose', text: stateOf(report) },
    { kind: 'prose', text: report.verdict?.plain ?? '' },
    { heading: 'Who has to act', kind: 'items', items: actOf(report) },
    { heading: 'Who meets what', kind: 'items', items: casesOf(report) },
    { kind: 'link', name: 'Proof', url: about.link },
    { kind: 'facts', facts: [...factsOf(report), ...moreFacts(report), ['Path', pathWords(report)]] },
    ...lookFirstBlocks(report),
    ...ordered.flatMap((one) => sessionBlocks(report, one, sessionTitle(one))),
    { heading: 'Findings', kind: 'quote', lines: report.findings.flatMap(findingLines) },
    { heading: 'Route', kind: 'quote', lines: routeLines(report) },
    {
      heading: 'What a sender would do',
      kind: 'items',
      items: senderSteps(report).map(({ preference, exchange, say }) => `${preference} ${exchange}: ${say}`),
    },
    { heading: 'Whom to write to', kind: 'items', items: contactItems(report) },
    { heading: 'Policies of the domain', kind: 'quote', lines: policyLines(report) },
    { heading: OWN_POLICIES, kind: 'quote', lines: ownPolicyLines(report) },
    ...queryBlock(report, 'DNS queries that a mail needs', [...ofMail]),
    { heading: 'DNSSEC', kind: 'quote', lines: dnssecLines(report) },
    ...queryBlock(
      report,
      'Other DNS queries',
      report.trace.steps.filter((step) => !ofMail.has(step)),
    ),
    { kind: 'quote', lines: tailOf(report, about) },
  ];
}

function moreFacts(report: Report): Fact[] {
  const { verdict, status, id, tlsOffer } = report;
  const where =
    verdict === null || verdict.layer === null ? '' : `, ${layerWords(verdict.layer, verdict.stage)}`;
  return [
    ...(verdict === null
      ? []
      : [['Verdict', `${outcomeWord(verdict)}. ${SIDE_WORD[verdict.side]}${where}`] as const]),
    ['Check', `${id} (${STATUS_WORD[status].toLowerCase()})`],
    ...(tlsOffer === null ? [] : [['TLS', tlsOfferWords(tlsOffer)] as const]),
  ];
}

function lookFirstBlocks({ verdict }: Report): Block[] {
  if (verdict === null || verdict.diagnosis.length === 0) return [];
  const reason = lookFirstReason(verdict);
  const first = LOOK_FIRST_WORD[verdict.lookFirst.side];
  return [
    {
      heading: 'Where to look first',
      kind: 'prose',
      text: reason === null ? `${first}.` : `${first}: ${reason}`,
    },
    {
      kind: 'items',
      items: verdict.diagnosis.map(
        ({ cause, state, because, next }) =>
          `${CAUSE_STATE_WORD[state]}: ${CAUSE_WORD[cause]}. ${because}${next === null ? '' : ` Next: ${next}`}`,
      ),
    },
  ];
}

function findingLines(
  { title, why, fix, refs, evidence, severity, side, code }: Finding,
  n: number,
): string[] {
  const whose = side === 'none' ? '' : `, ${SIDE_WORD[side].toLowerCase()}`;
  const sections = refs.length > 0 ? `; ${refs.join(', ')}` : '';
  return [
    ...(n === 0 ? [] : ['']),
    `* ${SEVERITY_WORD[severity]}${whose}: ${title}`,
    ...wrapped(why, '  '),
    ...(fix === '' ? [] : wrapped(`To do: ${fix}`, '  ')),
    `  Code ${code}; proof ${evidence.map(printReference).join(', ')}${sections}`,
  ];
}

function routeLines({ route }: Report): string[] {
  return (route?.hosts ?? []).map(({ preference, exchange, addresses }) => {
    const known = addresses.map(({ address }) => address).join(' ') || 'no address';
    return `${String(preference).padStart(5)} ${exchange}  ${known}`;
  });
}

function contactItems(report: Report): string[] {
  const found = contactsOf(report);
  if (found === null) return [];
  return [
    found.intro,
    ...found.contacts.map(({ address, says }) => `${address}: ${says}.`),
    ...found.pages.map(({ provider, url }) => `${provider}: ${url}`),
    ...(found.caution === '' ? [] : [found.caution]),
  ];
}

function policyLines(report: Report): string[] {
  const { policies, target } = report;
  if (policies === null) return [];
  const conduct = senderConduct(report);
  return [
    ...conductRows(conduct).map(({ who, say }) => `${who}: ${say}`),
    ...policyRows(target.domain, policies, conduct).flatMap(rowLines),
  ];
}

function ownPolicyLines({ policies }: Report): string[] {
  return policies === null ? [] : ownPolicyRows(policies).flatMap(rowLines);
}

function rowLines({ name, state, say, records, steps }: PolicyRow): string[] {
  return [
    `${name}  ${state}  ${say}`,
    ...records.flatMap(({ at, text }) => [`  ${at}`, ...text.split('\n').map((line) => `    ${line}`)]),
    ...steps.map((step) => `  ${step}`),
  ];
}

function dnssecLines({ dnssec }: Report): string[] {
  if (dnssec === null) return [];
  const proof = ({ evidence }: { evidence: number[] }) => evidence.map((n) => `dns:${n}`).join(', ');
  return [
    ...dnssec.links.map((link) => `${link.zone}  ${linkWords(link)}  (${proof(link)})`),
    ...dnssec.answers.map((one) => `${one.name} ${one.type}  ${answerWords(one)}  (${proof(one)})`),
  ];
}

function queryBlock(report: Report, title: string, steps: readonly TraceStep[]): Block[] {
  return [
    {
      heading: `${title} (${steps.length} of ${report.trace.queryCount} made)`,
      kind: 'quote',
      lines: steps.flatMap((step) => stepLines(report, step)),
    },
  ];
}

function stepLines(report: Report, step: TraceStep): string[] {
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
    `dns:${n} ${clockAt(report, step.atMs)} ${question.name} ${question.type} at ${server.name} [${server.address}]: ${facts}`,
    ...records,
    `      ${digCommand(step, report.vantage.dnsPort)}`,
  ];
}

function sessionTitle(session: Session): string {
  const { n, exchange, address, port, outcome, stage } = session;
  const again = tryWords(session);
  const came = outcome === null ? 'under way' : SESSION_WORD[outcome];
  const at = outcome === null || outcome === 'accepted' || stage === null ? '' : ` at ${STAGE_WORD[stage]}`;
  return `SMTP session ${n}: ${exchange} [${address}]:${port}${again && `, ${again}`}, ${came}${at}`;
}
