import { lastPerServer, recordsOf } from '@/lib/dns/compare';
import { soaOf } from '@/lib/dns/soa';
import type { TraceStep, ZoneView } from '@/lib/dns/trace';
import type { FindingCode } from '@/lib/findings/catalogue';
import type { Report } from '@/lib/report/report';
import type { HopRow } from './hop';
import { answerWords } from './dnssec-marks';
import { STEP_WORD } from './words';

type Judgement = Pick<Report, 'trace' | 'dnssec' | 'findings'>;

/** Findings about servers of one zone, and what the step that proves it shows of its server. */
const SHOWN: ReadonlyMap<string, (step: TraceStep) => [about: string, value: string]> = new Map<
  FindingCode,
  (step: TraceStep) => [about: string, value: string]
>([
  ['zone.serials-differ', (step) => ['says', `serial ${serialOf(step)}`]],
  ['zone.answers-differ', (step) => ['says', `${step.question.type} ${recordsOf(step) || 'none'}`]],
  ['ns.no-tcp', ({ outcome }) => ['over TCP', STEP_WORD[outcome]]],
]);

/** Where findings say that the servers of a zone differ: what each of them says or does. */
export function differenceRows(report: Judgement, zone: ZoneView): HopRow[] {
  const steps = provingSteps(report).filter(({ step }) => step.zone === zone.name && !isAboutAddress(step));
  const rows = steps.map(({ step, show }) => {
    const [about, value] = show(step);
    return row(step.server.name, about, value, step.n);
  });
  return once([...rows, ...unproven(report, zone)]);
}

/** Where findings say that servers give other addresses for an exchange: those of each. */
export function addressRows(report: Judgement, exchanges: readonly string[]): HopRow[] {
  const steps = provingSteps(report).filter(
    ({ step }) => isAboutAddress(step) && exchanges.includes(step.question.name),
  );
  return once(
    steps.map(({ step }) =>
      row(step.server.name, `for ${step.question.name}`, recordsOf(step) || 'none', step.n),
    ),
  );
}

function provingSteps({ findings, trace }: Judgement) {
  return findings.flatMap(({ code, evidence }) => {
    const show = SHOWN.get(code);
    if (show === undefined) return [];
    const numbers = new Set(evidence.flatMap((one) => (one.at === 'dns' ? [one.n] : [])));
    return lastPerServer(trace.steps.filter(({ n }) => numbers.has(n))).map((step) => ({ step, show }));
  });
}

function isAboutAddress({ question }: TraceStep): boolean {
  return question.type === 'A' || question.type === 'AAAA';
}

function serialOf({ answer }: TraceStep): string {
  const soa = answer.find(({ type }) => type === 'SOA');
  return soa === undefined ? '' : String(soaOf(soa).serial);
}

function unproven({ dnssec }: Judgement, { name }: ZoneView): HopRow[] {
  const servers = dnssec?.servers.filter(({ zone }) => zone === name) ?? [];
  if (!servers.some(({ state }) => state === 'secure')) return [];
  return servers
    .filter(({ state }) => state === 'bogus')
    .map((server) => row(server.name, 'DNSSEC', answerWords(server), server.evidence[0]));
}

function row(server: string, about: string, right: string, step: number | undefined): HopRow {
  const anchor = step === undefined ? null : `dns-${step}`;
  return { left: `${server} ${about}`, right, tone: 'wait', anchor, server };
}

/** A server with two addresses says the same twice. */
function once(rows: readonly HopRow[]): HopRow[] {
  return [...new Map(rows.map((one) => [`${one.left} ${one.right}`, one])).values()];
}
