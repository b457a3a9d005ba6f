import { dnsStep } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled } from '../seen';

/** Types that stand beside an alias by right: RFC 4034 §2.5. */
const ALLOWED = ['CNAME', 'RRSIG', 'NSEC'];

/** A name that is an alias and something else: which of both a sender meets is chance. */
export function* aliasBesideOthers({ trace, ...seen }: Evidence): Iterable<Claim> {
  if (!isSettled({ trace, ...seen })) return;
  const said = trace.steps
    .filter(({ authoritative }) => authoritative)
    .flatMap(({ n, answer }) => answer.map((record) => ({ n, ...record })));
  const aliases = new Map(said.filter(({ type }) => type === 'CNAME').map((record) => [record.name, record]));
  for (const { name, data: target, n } of aliases.values()) {
    const others = said.filter((record) => record.name === name && !ALLOWED.includes(record.type));
    if (others.length === 0) continue;
    const steps = new Set([n, ...others.map((record) => record.n)]);
    const types = [...new Set(others.map(({ type }) => type))];
    yield found('zone.alias-beside-others', { name, target, types }, [...steps].map(dnsStep));
  }
}
