import type { ResourceRecord } from './trace';

/** The fields of an SOA record; timers in seconds (RFC 1035 §3.3.13). */
export function soaOf(record: ResourceRecord) {
  const [mname = '', rname = '', ...numbers] = record.data.split(' ');
  const [serial = 0, refreshSeconds = 0, retrySeconds = 0, expireSeconds = 0, minimumSeconds = 0] =
    numbers.map(Number);
  return {
    mname,
    rname,
    serial,
    refreshSeconds,
    retrySeconds,
    expireSeconds,
    minimumSeconds,
    ttl: record.ttl,
  };
}
