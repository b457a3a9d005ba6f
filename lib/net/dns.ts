import type { DnsTransport } from '@/lib/dns/transport';
import { createDnsTcp } from './dns-tcp';
import { askOverUdp } from './dns-udp';
import type { Guard } from './guard';
import { createQueryBuckets } from './query-bucket';

interface DnsConfig {
  guard: Guard;
  /** Of every name server. */
  port: number;
  /** Questions to one address within a minute; `Infinity`: no limit. */
  queriesPerMinute: number;
}

/** The one way to name servers: asks the guard, waits for its turn, then asks the network. */
export function createDnsTransport({ guard, port, queriesPerMinute }: DnsConfig): DnsTransport {
  const askOverTcp = createDnsTcp(port);
  const mayAsk = createQueryBuckets(queriesPerMinute);
  return async (query, signal, hold) => {
    const reason = guard(query.address);
    if (reason !== null) return { kind: 'blocked', detail: reason, ms: 0 };
    const heldMs = await mayAsk(query.address, signal, hold);
    if (heldMs === null) return { kind: 'blocked', detail: null, choice: 'rate-limit', ms: 0 };
    const heard = await (query.transport === 'udp'
      ? askOverUdp(query, port, signal)
      : askOverTcp(query, signal));
    return heldMs === 0 ? heard : { ...heard, heldMs };
  };
}
