import type { TrustAnchor } from '@/lib/dnssec/anchors';
import type { DnssecCrypto } from '@/lib/dnssec/crypto';
import type { Resolver } from '@/lib/dns/ask-resolver';
import type { RootServer } from '@/lib/dns/root-hints';
import type { DnsTransport } from '@/lib/dns/transport';
import type { AddressGate, SmtpTransport } from '@/lib/smtp/transport';

/** Everything outside that a check needs. `lib/net/world.ts` is the only real one. */
export interface World {
  dns: DnsTransport;
  smtp: SmtpTransport;
  gate: AddressGate;
  /** Says why an address may not be contacted, null when it may. The transports ask again when connecting. */
  guard(address: string): string | null;
  /** Our own address that a connection to the address comes from; null when there is no way to it. */
  ownAddress(remote: string): Promise<string | null>;
  roots: readonly RootServer[];
  /** Resolvers whose answers are shown beside the authoritative ones. */
  resolvers: readonly Resolver[];
  /** What is believed of the root; without any, DNSSEC cannot be judged. */
  trustAnchors: readonly TrustAnchor[];
  dnssecCrypto: DnssecCrypto;
  smtpPort: number;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason when cancelled. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1. */
  random(): number;
}
