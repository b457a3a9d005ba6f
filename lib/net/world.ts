import { randomBytes, type X509Certificate } from 'node:crypto';
import type { Turns } from '@/lib/check/turns';
import type { World } from '@/lib/check/world';
import type { TrustAnchor } from '@/lib/dnssec/anchors';
import type { RootServer } from '@/lib/dns/root-hints';
import type { SmtpTransport } from '@/lib/smtp/transport';
import type { TlsOffer } from '@/lib/smtp/tls-offer';
import { type CaptureLimits, createCaptures } from './captures';
import { createKnock } from './control-address';
import { createDnsTransport } from './dns';
import { dnssecCrypto } from './dnssec-crypto';
import { createFetchFile } from './fetch-file';
import { createGuard } from './guard';
import { createMemoryTurns, type TurnLimits } from './memory-turns';
import { createOwnChoice, type NeverContact } from './own-choice';
import { ownAddress, seenAddress } from './own-address';
import { pause } from './pause';
import { createReachedServers, type ReachedServers } from './reached';
import { openResolvers, type ResolverPlace } from './resolvers';
import { createShownCertificates, digest } from './shown-certificates';
import { createSmtpTransport } from './smtp';
import { type TlsClient, tlsOffer } from './tls-client';

/** The network as configured; every value has been validated. */
export interface WorldConfig extends TlsClient {
  rootHints: readonly RootServer[];
  trustAnchors: readonly TrustAnchor[];
  /** Resolvers to compare with. */
  resolvers: readonly ResolverPlace[];
  dnsPort: number;
  smtpPort: number;
  httpsPort: number;
  /** PEM of the authorities trusted instead of Node's own. */
  authorities?: string[];
  /** CIDRs that may be contacted although they are special. */
  allowNetworks: readonly string[];
  connectTimeoutMs: number;
  greetingTimeoutMs: number;
  replyTimeoutMs: number;
  limits: Omit<TurnLimits, 'cooldownMs'> & CaptureLimits & { queriesPerMinute: number };
  /** Least time between two sessions to one address; 0 switches it off. */
  cooldownMs: number;
  /** Whose turn it is at an address, over all processes; those of this process when not given. */
  turns?: Turns;
  neverContact: NeverContact;
  /** By which others see us, where our own are private: at most one of each family counts. */
  publicAddresses: readonly string[];
  /** An address where nothing can listen; null: not knocked at. */
  controlAddress: string | null;
  /** Whether the packets of sessions are captured. */
  capture: boolean;
  severities: World['severities'];
  /** What earlier checks have seen. */
  formerPolicy: World['formerPolicy'];
  /** Told why a capture is not possible. */
  onCaptureFailure(why: string): void;
}

/** The real world for a check: sockets, clock and chance. */
export function openWorld(config: WorldConfig): World {
  const { limits } = config;
  const guard = createGuard(config.allowNetworks);
  const choice = createOwnChoice(config.neverContact, config.allowNetworks);
  const reached = createReachedServers(() => performance.now());
  const certificates = createShownCertificates();
  const onCertificate = (certificate: X509Certificate) => {
    certificates.note(certificate);
  };
  let offer: Promise<TlsOffer> | null = null;
  return {
    dns: createDnsTransport({ ...limits, guard, port: config.dnsPort }),
    smtp: noting(reached, createSmtpTransport({ ...config, guard, port: config.smtpPort, onCertificate })),
    fetchFile: createFetchFile({ ...config, guard }),
    formerPolicy: config.formerPolicy,
    chainOf: (sha256) => certificates.chainOf(sha256),
    digest,
    tlsOffer: () => (offer ??= tlsOffer(config)),
    secondsSinceGreeting: (apartFrom) => reached.secondsSince(apartFrom),
    turns: config.turns ?? createMemoryTurns({ ...limits, cooldownMs: config.cooldownMs }),
    guard,
    choice,
    ownAddress: async (remote) => seenAddress(await ownAddress(remote), remote, config.publicAddresses),
    roots: config.rootHints,
    resolvers: openResolvers(config.resolvers),
    trustAnchors: config.trustAnchors,
    dnssecCrypto,
    knock: config.controlAddress === null ? null : createKnock(config.controlAddress, config.smtpPort),
    capture: config.capture ? createCaptures(config.smtpPort, limits, config.onCaptureFailure) : null,
    severities: config.severities,
    smtpPort: config.smtpPort,
    now: Date.now,
    pause,
    random,
  };
}

/** Notes every server that greets. */
function noting(reached: ReachedServers, smtp: SmtpTransport): SmtpTransport {
  return async (plan, record, signal) => {
    const result = await smtp(plan, record, signal);
    if (result.timings.greetingMs !== null) reached.note(plan.address);
    return result;
  };
}

/** 48 unpredictable bits as a fraction: query ids must not be guessed (RFC 5452 §9.2). */
function random(): number {
  return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
}
