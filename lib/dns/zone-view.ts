import { soaOf } from './rdata';
import type { ResourceRecord, StepOutcome, TraceStep, ZoneView } from './trace';

/** The zone as the steps of the trace show it: its SOA, its NS set, and what each of its servers said. */
export function zoneViewOf(
  zone: string,
  soa: ResourceRecord | null,
  ns: readonly ResourceRecord[],
  steps: readonly TraceStep[],
): ZoneView {
  return {
    name: zone,
    soa: soa === null ? null : soaOf(soa),
    ns: ns.map((record) => record.data).sort(),
    servers: serversOf(steps.filter((step) => step.zone === zone)),
  };
}

function serversOf(steps: readonly TraceStep[]): ZoneView['servers'] {
  const servers = new Map<string, ZoneView['servers'][number]>();
  for (const step of steps) {
    const key = `${step.server.name} ${step.server.address}`;
    const known = servers.get(key) ?? { ...step.server, soaSerial: null, mx: null, outcome: step.outcome };
    const soa = [...step.answer, ...step.authority].find(
      (record) => record.type === 'SOA' && record.name === step.zone,
    );
    if (soa !== undefined && step.authoritative) known.soaSerial = soaOf(soa).serial;
    if (step.question.type === 'MX' && isAnswer(step.outcome))
      known.mx = step.answer.filter((record) => record.type === 'MX').map((record) => record.data);
    if (isAnswer(step.outcome)) known.outcome = step.outcome;
    servers.set(key, known);
  }
  return [...servers.values()];
}

function isAnswer(outcome: StepOutcome): boolean {
  return outcome === 'answer' || outcome === 'nodata' || outcome === 'nxdomain';
}
