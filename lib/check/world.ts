import type { TrustAnchor } from '@/lib/dnssec/anchors';
import type { DnssecCrypto } from '@/lib/dnssec/crypto';
import type { Resolver } from '@/lib/dns/ask-resolver';
import type { RootServer } from '@/lib/dns/root-hints';
import type { DnsTransport } from '@/lib/dns/transport';
import type { Severities } from '@/lib/findings/severities';
import type { Digest, ShownCertificate } from '@/lib/policy/dane/match';
import type { FetchFile } from '@/lib/policy/fetched';
import type { FormerStsPolicy } from '@/lib/policy/view';
import type { ControlAddress } from '@/lib/smtp/control-address';
import type { TlsOffer } from '@/lib/smtp/tls-offer';
import type { SmtpTransport } from '@/lib/smtp/transport';
import type { OwnChoice } from '@/lib/own-choice';
import type { Turns } from './turns';

/** A capture under way. */
export interface Capture {
  /**
   * Ends it, after the end of the connection that has `localPort` at our side; null when none was made. Resolves with a file
   * in pcap form, or null when nothing was captured.
   */
  stop(localPort: number | null): Promise<Uint8Array | null>;
}

/** Everything outside that a check needs. `lib/net/world.ts` is the only real one. */
export interface World {
  dns: DnsTransport;
  smtp: SmtpTransport;
  /** With what sessions open TLS. */
  tlsOffer(): Promise<TlsOffer>;
  /** Policies that are published over HTTPS. */
  fetchFile: FetchFile;
  /** An enforced MTA-STS policy of the domain that an earlier check has seen, while senders may keep it; null when none is known. */
  formerPolicy(domain: string): Promise<FormerStsPolicy | null>;
  /** What a session was shown, by the fingerprint of the first certificate; none when this process does not know it any more. */
  chainOf(sha256: string): readonly ShownCertificate[];
  digest: Digest;
  turns: Turns;
  /**
   * Seconds since a mail server at another address than these has greeted this machine, in whatever check; null when
   * none has lately.
   */
  secondsSinceGreeting(apartFrom: readonly string[]): number | null;
  /** Says why an address may not be contacted, null when it may. The transports ask again when connecting. */
  guard(address: string): string | null;
  /** Why this instance does not contact somebody by any of these names, or at the address, although it could; null when it does. */
  choice(whom: { names: readonly string[]; address: string | null }): OwnChoice | null;
  /** Our own address that a server at this one sees, as far as it is known: a private one is not what one outside sees. Null when that is not known, or there is no way to it. */
  ownAddress(remote: string): Promise<string | null>;
  roots: readonly RootServer[];
  /** Resolvers whose answers are shown beside the authoritative ones. */
  resolvers: readonly Resolver[];
  /** What is believed of the root; without any, DNSSEC cannot be judged. */
  trustAnchors: readonly TrustAnchor[];
  dnssecCrypto: DnssecCrypto;
  /** Knocks at an address where nothing can listen; null when none is configured. Resolves with null when cancelled. */
  knock: ((signal: AbortSignal) => Promise<ControlAddress | null>) | null;
  /** Captures the packets of one session; null when that is not wanted. Resolves with null when it is not possible, or when as many are under way as may be, of the party or in all. */
  capture: ((address: string, party: object) => Promise<Capture | null>) | null;
  /** What the operator thinks of findings. */
  severities: Severities;
  smtpPort: number;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason when cancelled. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 ≤ x < 1. */
  random(): number;
}
