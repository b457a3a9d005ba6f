import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { networkSet } from '@/lib/net/network-set';
import type { Access } from '../config/access';
import type { Settings } from '../config/settings';

/** How a request has come, as far as it is proven: by the connection, and by what a proxy that is believed says. */
export interface Arrival {
  /** Address of the client, without a port. */
  address: string;
  /** Whether it was made on this machine, as far as nothing looks like a proxy; nginx alone speaks HTTP/1.0 unless it is told. */
  isLocal: boolean;
  /** Whom a proxy names as signed in. */
  user: string | null;
  /** Whether it comes from where metrics may be read, and nothing looks like a proxy between. */
  isMonitor?: boolean;
}

export interface ReadArrival {
  arrival: Arrival;
  /** Names of headers that only a proxy may send, and none has. */
  unbelieved: readonly string[];
}

type Head = Pick<IncomingMessage, 'headers' | 'httpVersion'>;

/** What proxies say of the client; anybody may write it. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
] as const;

const isLoopback = networkSet(['127.0.0.0/8', '::1/128']);

/** Whom to believe, and from where metrics are read (CIDRs). */
export type ArrivalAccess = Pick<Access, 'trustedProxies' | 'trustedHeader'> & Pick<Settings, 'metricsFrom'>;

/** Reads of a request how it has come, from the address of its other end and its headers. */
export function createArrivalReader({
  trustedProxies,
  trustedHeader,
  metricsFrom,
}: ArrivalAccess): (peer: string, request: Head) => ReadArrival {
  const isTrusted = networkSet(trustedProxies);
  const isOfMonitor = networkSet(metricsFrom);
  const ofProxies = [...FORWARDED, ...(trustedHeader === null ? [] : [trustedHeader])];
  return (peer, { headers, httpVersion }) => {
    const said = ofProxies.filter((name) => headers[name] !== undefined);
    const isFromProxy = isTrusted(peer);
    const isDirect = said.length === 0 && headers.via === undefined && httpVersion !== '1.0';
    return {
      arrival: {
        address: isFromProxy ? clientOf(peer, headers['x-forwarded-for'], isTrusted) : peer,
        isLocal: isLoopback(peer) && isDirect,
        user: isFromProxy && trustedHeader !== null ? nameIn(headers[trustedHeader]) : null,
        ...(isDirect && isOfMonitor(peer) && { isMonitor: true }),
      },
      unbelieved: isFromProxy ? [] : said,
    };
  };
}

/**
 * Each proxy adds to the list by whom it was asked, so it is believed from its end up to the first that is no proxy of
 * ours; what stands before may be invented. An entry that is no address leaves the proxy that wrote it.
 */
function clientOf(
  peer: string,
  list: string | string[] | undefined,
  isTrusted: (address: string) => boolean,
): string {
  let client = peer;
  for (const entry of [list ?? []].flat().join(',').split(',').reverse()) {
    const address = withoutPort(entry.trim());
    if (!isTrusted(client) || isIP(address) === 0) return client;
    client = address;
  }
  return client;
}

/** Some proxies write ports, as RFC 7239 §6 has them. */
function withoutPort(entry: string): string {
  return /^\[([^\]]*)\]/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
}

/** Node joins headers of one name by commas: one with a comma may be the client's own before that of the proxy. */
function nameIn(header: string | string[] | undefined): string | null {
  const name = typeof header === 'string' ? header.trim() : '';
  return name === '' || name.includes(',') ? null : name;
}
