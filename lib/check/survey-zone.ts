import { parseDomainName } from '@/lib/dns/name';
import type { Walked } from '@/lib/dns/walk';
import { zoneViewOf } from '@/lib/dns/zone-view';
import type { Notebook } from './notebook';
import type { Walks } from './walks';

/** Asks SOA and NS of the zone that holds the domain, and notes the zone; nothing is noted when DNS failed. */
export async function surveyZone(walks: Walks, mx: Walked, notebook: Notebook): Promise<void> {
  if (mx.kind === 'failed') return;
  const after = mx.steps.at(-1) ?? null;
  const soa = await walks.ask(walks.domain, 'SOA', after);
  const record = soa.records[0] ?? soa.soa;
  const apex = parseDomainName(record?.name ?? soa.zone);
  if (!apex.ok) return;
  const ns = await walks.ask(apex.value, 'NS', soa.steps.at(-1) ?? null);
  notebook.note({
    type: 'zone',
    zone: zoneViewOf(apex.value, record, ns.records, notebook.report().trace.steps),
  });
}
