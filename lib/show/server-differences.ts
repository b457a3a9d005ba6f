import type { Report } from '@/lib/report/report';
import { isWhole, lastPerServer, outliers } from '@/lib/dns/compare';
import { isHeard } from '@/lib/dns/heard';
import type { TraceStep, ZoneView } from '@/lib/dns/trace';
import type { HopRow } from './chain';
import { answerWords } from './dnssec-marks';
import { STEP_WORD } from './words';

type Surveyed = Pick<Report, 'target' | 'trace' | 'dnssec'>;

/** What one server of a zone says or does otherwise than the rest, each at the server. */
export function differenceRows(report: Surveyed, zone: ZoneView): HopRow[] {
  const { servers, name } = zone;
  const listed = (set: readonly string[] | null) => set && (set.toSorted().join(', ') || 'none');
  const differing = (
    type: 'SOA' | 'MX' | 'NS',
    word: string,
    valueOf: (server: ZoneView['servers'][number]) => string | null,
  ) =>
    outliers(servers, valueOf).map((server) => {
      const step = report.trace.steps.find(
        (one) => one.zone === name && one.question.type === type && isAt(one, server) && one.authoritative,
      );
      return row(server.name, 'differs', `${word} ${valueOf(server) ?? ''}`, step?.n);
    });
  return once([
    ...differing('SOA', 'serial', ({ soaSerial }) => (soaSerial === null ? null : String(soaSerial))),
    ...differing('NS', 'NS', ({ ns }) => listed(ns)),
    ...differing('MX', 'MX', ({ mx }) => listed(mx)),
    ...withoutTcp(report, zone),
    ...unproven(report, zone),
  ]);
}

/** Shown only where somebody answered over TCP: else it may be our own network. */
function withoutTcp({ trace }: Surveyed, { servers, name }: ZoneView): HopRow[] {
  const overTcp = trace.steps.filter(({ transport }) => transport === 'tcp');
  if (!overTcp.some(isHeard)) return [];
  return servers.flatMap((server) => {
    const steps = trace.steps.filter((step) => step.zone === name && isAt(step, server));
    const asked = steps.filter(({ transport }) => transport === 'tcp');
    const last = asked.at(-1);
    if (last === undefined || asked.some(isHeard) || !steps.some(isHeard)) return [];
    return [row(server.name, 'over TCP', STEP_WORD[last.outcome], last.n)];
  });
}

function unproven({ dnssec }: Surveyed, { name }: ZoneView): HopRow[] {
  const servers = dnssec?.servers.filter(({ zone }) => zone === name) ?? [];
  if (!servers.some(({ state }) => state === 'secure')) return [];
  return servers
    .filter(({ state }) => state === 'bogus')
    .map((server) => row(server.name, 'DNSSEC', answerWords(server), server.evidence[0]));
}

/** Servers that have other addresses for an exchange than the rest. */
export function addressRows({ trace }: Pick<Report, 'trace'>, exchanges: readonly string[]): HopRow[] {
  const rows = exchanges.flatMap((exchange) =>
    ['A', 'AAAA'].flatMap((type) => {
      const said = trace.steps.filter(
        (step) => step.question.name === exchange && step.question.type === type && isWhole(step),
      );
      return outliers(lastPerServer(said), (step) => addressesOf(step, type)).map((step) =>
        row(step.server.name, `for ${exchange}`, addressesOf(step, type), step.n),
      );
    }),
  );
  return once(rows);
}

function addressesOf({ answer }: TraceStep, type: string): string {
  const addresses = answer.filter((record) => record.type === type).map(({ data }) => data);
  return addresses.sort().join(', ') || 'none';
}

function isAt({ server }: TraceStep, { address }: { address: string }): boolean {
  return server.address === address;
}

function row(server: string, about: string, right: string, step: number | undefined): HopRow {
  const anchor = step === undefined ? null : `dns-${step}`;
  return { left: `${server} ${about}`, right, tone: 'wait', anchor, server };
}

/** A server with two addresses says the same twice. */
function once(rows: readonly HopRow[]): HopRow[] {
  return [...new Map(rows.map((one) => [`${one.left} ${one.right}`, one])).values()];
}
