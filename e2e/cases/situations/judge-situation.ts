import type { Severity, Side, Verdict, VerdictOutcome } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import { asText } from '@/lib/show/proof/as-text';
import { fullProof } from '@/lib/show/proof/full-proof';
import { wordsOf } from '../../scenarios/words';
import { graded, type Judged } from '../judged';
import type { Situation } from './read-situations';
import { placeOf, type SituationCase } from './situation';

/** What senders may meet; when they meet different things, that is neither the one nor the other. */
const OUTCOMES: Readonly<Record<NonNullable<Situation['outcome']>, readonly VerdictOutcome[]>> = {
  deliverable: ['accepted'],
  degraded: ['accepted', 'depends'],
  'temporary-failure': ['temporary', 'depends'],
  'permanent-failure': ['permanent'],
  'no-mail': ['no-mail'],
};

/** The side of each fault; an address that does not exist is nobody's server, and told by the recipient's. */
const SIDES: Readonly<Record<NonNullable<Situation['fault']>, readonly Side[]>> = {
  'domain-dns': ['recipient'],
  'domain-policy': ['recipient'],
  registrar: ['recipient'],
  'recipient-network': ['recipient'],
  'recipient-mta': ['recipient'],
  mailbox: ['recipient'],
  address: ['recipient'],
  'address-typo-or-registration': ['recipient'],
  intended: ['recipient'],
  policy: ['sender', 'recipient'],
  sender: ['sender'],
  'sender-reputation': ['sender'],
};

/** What is worth mending although the mail is accepted. */
const FLAWS: readonly Severity[] = ['notice', 'warning', 'error'];

/** What is proven, or else where the reader is sent to look first: both lead to the cause. */
function sideOf(verdict: Verdict | null): Side {
  if (verdict === null) return 'unknown';
  return verdict.side === 'unknown' ? verdict.lookFirst.side : verdict.side;
}

/** Why a row cannot be tried on its line; undefined when it can. */
function misfit({ must_say, missing, said_wrongly }: Situation, row: SituationCase): string | undefined {
  const wanted = must_say.length + missing.length;
  if (row.says.length !== wanted) return `its row says ${row.says.length} things, should be ${wanted}`;
  if (row.saysNot.length < said_wrongly.length)
    return `its row keeps out ${row.saysNot.length} things, should be ${said_wrongly.length}`;
  return undefined;
}

/** What was played: every word of it, and the report, where it is one. */
export interface Played {
  words: string;
  report: Report | null;
}

/** A report as its readers meet it. */
export function playedReport(report: Report): Played {
  return { words: `${wordsOf(report)}\n${asText(fullProof(report, { link: '', operator: null }))}`, report };
}

/** Partly right when outcome and side hold, nothing false is said, and only what must be said is missing. */
export function judgeSituation(
  line: Situation,
  row: SituationCase | undefined,
  played: Played | undefined,
): Judged {
  const id = `${line.kind}: ${line.situation}`;
  if (row === undefined) return { id, grade: 'wrong', reasons: ['no row tries it'] };
  const unfit = misfit(line, row);
  if (unfit !== undefined) return { id, grade: 'wrong', reasons: [unfit] };
  if (played === undefined)
    return { id, grade: 'wrong', reasons: [`no scenario ${placeOf(row)} plays it here`] };
  const { words, report } = played;
  const faults = [...(line.outcome === null ? [] : verdictFaults(line, line.outcome, row, report))];
  for (const pattern of row.saysNot) {
    const said = pattern.exec(words);
    if (said !== null) faults.push(`says "${said[0]}"`);
  }
  const unsaid = row.says.filter((pattern) => !pattern.test(words));
  return graded(id, [...faults, ...unsaid.map((pattern) => `does not say ${pattern}`)], faults.length === 0);
}

function* verdictFaults(
  { kind, fault }: Situation,
  outcome: NonNullable<Situation['outcome']>,
  { verdict: right = {} }: SituationCase,
  report: Report | null,
): Generator<string> {
  const { verdict = null, findings = [] } = report ?? {};
  const met = verdict?.outcome ?? 'unknown';
  const expected = right.outcome === undefined ? OUTCOMES[outcome] : [right.outcome];
  if (!expected.includes(met)) yield `outcome: ${met}, should be ${expected.join(' or ')}`;
  const sides = right.side === undefined ? sidesOf(fault) : [right.side];
  if (met !== 'accepted' || sides.includes('none')) {
    const side = right.side === undefined ? sideOf(verdict) : (verdict?.side ?? 'unknown');
    if (!sides.includes(side)) yield `side: ${side}, should be ${sides.join(' or ')}`;
    return;
  }
  // A policy that is as it should be has its side named as well: it is the one who publishes it.
  if (kind === 'policy' && outcome === 'deliverable') return;
  const flaws = findings.filter(({ severity }) => FLAWS.includes(severity));
  if (!flaws.some(({ side }) => side === 'unknown' || sides.includes(side)))
    yield `no warning about ${sides.join(' or ')}`;
}

function sidesOf(fault: Situation['fault']): readonly Side[] {
  return fault === null ? ['none'] : SIDES[fault];
}
