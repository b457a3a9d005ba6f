import { dnsStep } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';
import { isSettled } from '../seen';

const DAY_SECONDS = 86_400;
/** RFC 1912 §2.2: 20 minutes to 12 hours; above a day a lost notification is an old MX record for as long. */
const SHORT_REFRESH_SECONDS = 1_200;
const LONG_REFRESH_SECONDS = DAY_SECONDS;
/** RFC 1912 §2.2: typically 3 to 15 minutes. */
const SHORT_RETRY_SECONDS = 60;
/** RFC 1912 §2.2 wants two to four weeks; below one, an absence over the holidays is an outage. */
const SHORT_EXPIRE_SECONDS = 7 * DAY_SECONDS;
/** 1000 hours, the most that is in common use. */
const LONG_EXPIRE_SECONDS = 3_600_000;
/** RFC 2308 §5 calls values above a day problematic; about none makes every absent record a question each time. */
const LONG_NEGATIVE_SECONDS = DAY_SECONDS;
const SHORT_NEGATIVE_SECONDS = 30;

/** The times and names in the SOA record of the domain's zone. */
export function* soaRecord(seen: Evidence): Iterable<Claim> {
  const { zone, trace } = seen;
  if (!isSettled(seen) || !zone?.soa || !zone.name.includes('.')) return;
  const record = trace.steps
    .flatMap(({ n, answer, authority }) => [...answer, ...authority].map((one) => ({ ...one, n })))
    .find(({ type, name }) => type === 'SOA' && name === zone.name);
  if (record === undefined) return;
  const about = { zone: zone.name, soa: record.data };
  const evidence = [dnsStep(record.n)];
  const { refreshSeconds, retrySeconds, expireSeconds, minimumSeconds, ttl, mname, rname } = zone.soa;
  const refresh = { ...about, seconds: refreshSeconds };
  if (refreshSeconds < SHORT_REFRESH_SECONDS) yield found('zone.refresh-short', refresh, evidence);
  if (refreshSeconds > LONG_REFRESH_SECONDS) yield found('zone.refresh-long', refresh, evidence);
  if (retrySeconds < SHORT_RETRY_SECONDS)
    yield found('zone.retry-short', { ...about, seconds: retrySeconds }, evidence);
  if (retrySeconds >= refreshSeconds)
    yield found('zone.retry-over-refresh', { ...about, retrySeconds, refreshSeconds }, evidence);
  const expire = { ...about, seconds: expireSeconds };
  if (expireSeconds < SHORT_EXPIRE_SECONDS || expireSeconds < refreshSeconds + retrySeconds)
    yield found('zone.expires-soon', expire, evidence);
  if (expireSeconds > LONG_EXPIRE_SECONDS) yield found('zone.expires-late', expire, evidence);
  // RFC 2308 §5; the TTL beside the answer to a question for SOA itself may be 0 by choice (BIND's zero-no-soa-ttl).
  const negative = { ...about, seconds: ttl === 0 ? minimumSeconds : Math.min(ttl, minimumSeconds) };
  if (negative.seconds > LONG_NEGATIVE_SECONDS) yield found('zone.negative-ttl-long', negative, evidence);
  if (negative.seconds < SHORT_NEGATIVE_SECONDS) yield found('zone.negative-ttl-short', negative, evidence);
  // The two names of the record: RFC 1035 §3.3.13, §8.
  if (!isContact(rname)) yield found('zone.contact-unusable', { ...about, rname }, evidence);
  if (!zone.ns.includes(mname)) yield found('zone.primary-hidden', { zone: zone.name, mname }, evidence);
}

function isContact(rname: string): boolean {
  const address = rname.replace(/(?<!\\)\./, '@').replaceAll('\\.', '.');
  return /^[^.@][^@]*@[^@.]+(?:\.[^@.]+)+$/.test(address) && !rname.includes('@');
}
