import { isIpv6 } from '@/lib/ip-family';
/** TTL of the records that fixes propose, in seconds. */
const TTL = 3600;

/** What stands in a proposed record where only the reader knows the address. */
const IPV4 = '<its IPv4 address>';

/** A record as it stands in a zone file; names in `data` have their dot already. */
export function zoneLine(name: string, type: string, data: string): string {
  return `${dotted(name)} ${TTL} IN ${type} ${data}`;
}

export function mxLine(domain: string, preference: number | string, exchange: string): string {
  return zoneLine(domain, 'MX', `${preference} ${dotted(exchange)}`);
}

export function nsLine(zone: string, server: string): string {
  return zoneLine(zone, 'NS', dotted(server));
}

/** Address records; one to fill in when no address is known. */
export function addressLines(name: string, addresses: readonly string[] = []): string {
  if (addresses.length === 0) return zoneLine(name, 'A', IPV4);
  return addresses.map((address) => zoneLine(name, isIpv6(address) ? 'AAAA' : 'A', address)).join('\n');
}

/** The SOA record with other values in some of its fields, and the next serial number (RFC 1035 §3.3.13). */
export function soaLine(
  zone: string,
  data: string,
  change: { rname?: string; refresh?: number; retry?: number; expire?: number; minimum?: number },
): string {
  const [mname = '', rname = '', serial = '0', refresh, retry, expire, minimum] = data.split(' ');
  return zoneLine(
    zone,
    'SOA',
    [
      ...[dotted(mname), change.rname ?? dotted(rname), (Number(serial) + 1) % 2 ** 32],
      ...[change.refresh ?? refresh, change.retry ?? retry],
      ...[change.expire ?? expire, change.minimum ?? minimum],
    ].join(' '),
  );
}

function dotted(name: string): string {
  return name.endsWith('.') ? name : `${name}.`;
}
