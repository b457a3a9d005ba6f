import type { TraceStep } from '@/lib/dns/trace';
import type { Report } from '@/lib/report/report';
import { mailSteps } from '../mail-queries';
import type { Block } from './block';
import { SHORT } from './limits';
import { otherSessions } from './other-sessions';
import {
  actOf,
  casesOf,
  contactWords,
  decidingSession,
  factsOf,
  pathWords,
  sharedLine,
  stateOf,
  titleOf,
} from './parts';
import type { ProofAbout } from './proof-about';
import { queryLine } from './query-line';
import { sessionExcerpt } from './session-excerpt';
import { tailOf } from './tail';

/** The proof for a ticket, within `SHORT_LINES` and `SHORT_OCTETS` whatever was seen: what decides comes first. */
export function shortProof(report: Report, about: ProofAbout): Block[] {
  const session = decidingSession(report);
  const asked = queriesOf(report, session === null);
  return [
    { kind: 'title', text: titleOf(report), most: SHORT.title },
    { kind: 'prose', text: sharedLine(report), most: SHORT.line },
    { kind: 'prose', text: stateOf(report), most: SHORT.state },
    { kind: 'prose', text: report.verdict?.plain ?? '', most: SHORT.plain },
    { heading: 'Who has to act', kind: 'items', items: actOf(report), most: SHORT.act },
    { heading: 'Who meets what', kind: 'items', items: casesOf(report), most: SHORT.cases },
    { kind: 'link', name: 'Proof', url: about.link, most: SHORT.link },
    { kind: 'facts', facts: factsOf(report), most: SHORT.facts },
    { kind: 'facts', facts: [['Path', pathWords(report)]], most: SHORT.path },
    ...(session === null ? decidingAnswers(report) : decidingBlock(report, session)),
    {
      heading: session === null ? 'SMTP sessions' : 'Other sessions',
      kind: 'quote',
      lines: otherSessions(report, session),
      most: SHORT.others,
    },
    { heading: asked.title, kind: 'quote', lines: asked.lines, most: SHORT.queries },
    { heading: 'Whom to write to', kind: 'prose', text: contactWords(report), most: SHORT.contacts },
    { kind: 'quote', lines: [everything(report), ...tailOf(report, about)], most: SHORT.tail },
  ];
}

function decidingBlock(report: Report, session: NonNullable<ReturnType<typeof decidingSession>>): Block[] {
  return [
    {
      heading: 'The session that decides (-> we, <- they, ~ in TLS, ** refused; UTC)',
      kind: 'quote',
      lines: sessionExcerpt(report, session, SHORT.session),
      most: SHORT.session,
    },
  ];
}

/** Where DNS decides: the answers that the verdict rests on. */
function decidingAnswers(report: Report): Block[] {
  return [
    {
      heading: 'The DNS answers that decide (UTC)',
      kind: 'quote',
      lines: decidingSteps(report).map((step) => queryLine(report, step, { isSigned: true })),
      most: SHORT.session,
    },
  ];
}

function decidingSteps({ verdict, trace }: Report): TraceStep[] {
  const proof = new Set(verdict?.evidence.flatMap((one) => (one.at === 'dns' ? [one.n] : [])));
  return trace.steps.filter(({ n }) => proof.has(n));
}

/** The queries that one e-mail needs, the last of them where there are many. What is shown as deciding is not shown twice. */
function queriesOf(report: Report, isDns: boolean): { title: string; lines: string[] } {
  const steps = mailSteps(report);
  const told = new Set(isDns ? decidingSteps(report) : []);
  const others = steps.filter((step) => !told.has(step));
  const most = SHORT.queries.lines;
  const shown = others.length > most ? others.slice(1 - most) : others;
  const more = others.length - shown.length;
  return {
    title: `DNS queries that a mail needs (${steps.length} of ${report.trace.queryCount} made)`,
    lines: [
      ...(more > 0 ? [`… ${more} before: ?full=1 has them.`] : []),
      ...shown.map((step) => queryLine(report, step)),
    ],
  };
}

/** What the whole proof has, and where it is. */
function everything({ trace, sessions }: Report): string {
  const count = `${sessions.length} ${sessions.length === 1 ? 'session' : 'sessions'}`;
  return `Everything (${trace.queryCount} queries, ${count}): the link above with /report.txt?full=1`;
}
