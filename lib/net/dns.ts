import type { DnsTransport } from '@/lib/dns/transport';
import { createDnsTcp } from './dns-tcp';
import { askOverUdp } from './dns-udp';
import type { Guard } from './guard';

/** The one way to name servers: asks the guard, then the network. `port` is that of every name server. */
export function createDnsTransport({ guard, port }: { guard: Guard; port: number }): DnsTransport {
  const askOverTcp = createDnsTcp(port);
  return (query, signal) => {
    const reason = guard(query.address);
    if (reason !== null) return Promise.resolve({ kind: 'blocked', detail: reason, ms: 0 });
    return query.transport === 'udp' ? askOverUdp(query, port, signal) : askOverTcp(query, signal);
  };
}
