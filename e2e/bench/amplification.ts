import { setMaxListeners } from 'node:events';
import { runCheck } from '@/lib/check/run';
import type { World } from '@/lib/check/world';
import { AS_SHIPPED } from '@/lib/findings/severities';
import { openWorld } from '@/lib/net/world';
import { type Limits, shippedLimits } from '@/lib/server/config/limits';
import { PRACTICE_NETWORKS, startInternet } from '../internet/internet';
import { block } from '../scenarios/block';
import { newRecord } from '../scenarios/new-record';
import { planOf } from '../scenarios/play';
import { polite, type Scenario, scenario, zone, zoneWithMx } from '../scenarios/scenario';

/** IPv4 and UDP headers; what a question costs beside its message. */
const UDP_HEADER_OCTETS = 28;
/** What we send for one TCP question beside its message, and for a session that is refused or reset: SYN, ACK, FIN and their like. */
export const TCP_PACKETS = 4;
const TCP_HEADER_OCTETS = 40;
/** Mail servers that the hostile domain names: as many as a check has sessions. */
export const EXCHANGES = 40;
const ZONES = 12;

/** What checks have sent to the servers of somebody. */
export interface Sent {
  packets: number;
  octets: number;
  questions: number;
  /** To the one address that was asked most. */
  mostToOneAddress: number;
  sessions: number;
  /** The most sessions that were under way at the same moment. */
  sessionsAtOnce: number;
}

/** As it was before there were limits. */
export const NO_LIMITS: Limits = {
  startsPerMinute: Infinity,
  queuedPerCaller: Infinity,
  queued: Infinity,
  handOversPerMinute: Infinity,
  signInsPerMinute: Infinity,
  readAgainPerMinute: Infinity,
  verificationsPerMinute: Infinity,
  handOverMegabytesPerHour: Infinity,
  handOverMegabytesInAll: Infinity,
  recipientsPerHour: Infinity,
  recipientsPerDay: Infinity,
  sessionsPerHour: Infinity,
  sessionsAtOnce: Infinity,
  sessionsPerNetwork: Infinity,
  queriesPerMinute: Infinity,
  capturesPerCheck: Infinity,
  captures: Infinity,
};

const at = block('held');
const VICTIM_HOST = 50;
/** Four name servers of the victim, which stay silent: nobody asked for what comes. */
const VICTIM_SERVERS = [0, 1, 2, 3].map((n) => at(VICTIM_HOST + n));
/** Their mail servers, eight addresses a name, which is as many as a check looks at; they refuse. */
const VICTIM_MTAS = Array.from({ length: EXCHANGES }, (_, n) => at(101 + n));
const ADDRESSES_A_NAME = 8;

/** A domain whose owner points all that a zone can point at, at servers of somebody else. */
const HOSTILE: Scenario = scenario({
  name: 'held',
  about: 'Zones and mail servers that are somebody else’s',
  target: 'user@hostile.test',
  zones: [
    zone(
      at,
      'hostile.test',
      ...VICTIM_MTAS.map((address, n) => `mx${Math.floor(n / ADDRESSES_A_NAME)} A ${address}`),
      ...Array.from({ length: EXCHANGES / ADDRESSES_A_NAME }, (_, n) => `@ MX ${n} mx${n}`),
      ...Array.from({ length: ZONES }, (_, n) => `@ MX 50 mx.z${n}`),
    ),
    ...Array.from({ length: ZONES }, (_, n) => ({
      origin: `z${n}.hostile.test`,
      servers: Object.fromEntries(
        VICTIM_SERVERS.map((address, server) => [`ns${server}.z${n}.hostile.test`, [address]]),
      ),
      records: [],
    })),
  ],
  behaviours: Object.fromEntries(VICTIM_SERVERS.map((address) => [address, { how: 'silent' as const }])),
  verdict: { outcome: 'unknown', side: 'none', permanence: null, stage: 'dns' },
  must: [],
  mustNot: [],
});

const ORDINARY: Scenario = scenario({
  ...HOSTILE,
  target: 'user@ordinary.test',
  zones: [zoneWithMx(at, 'ordinary.test', '@ MX 20 mx2', `mx2 A ${at(102)}`)],
  behaviours: {},
  mtas: { [at(101)]: polite('mx1.ordinary.test'), [at(102)]: polite('mx2.ordinary.test') },
});

/** What so many checks at once send: of a hostile domain, to the servers that it names, or of an ordinary one, to all servers. */
export async function amplification(
  kind: 'hostile' | 'ordinary',
  checks: number,
  limits: Limits = shippedLimits(),
): Promise<Sent> {
  const played = kind === 'hostile' ? HOSTILE : ORDINARY;
  const internet = await startInternet({
    zones: played.zones,
    behaviours: played.behaviours ?? {},
    mtas: played.mtas ?? {},
  });
  try {
    const open = openWorld({
      rootHints: internet.roots,
      trustAnchors: [],
      resolvers: [],
      dnsPort: internet.dnsPort,
      smtpPort: internet.smtpPort,
      httpsPort: internet.httpsPort,
      allowNetworks: PRACTICE_NETWORKS,
      connectTimeoutMs: 5_000,
      greetingTimeoutMs: 5_000,
      replyTimeoutMs: 5_000,
      cooldownMs: 0,
      limits,
      neverContact: { domains: [], networks: [] },
      controlAddress: null,
      publicAddresses: [],
      severities: AS_SHIPPED,
      capture: false,
      formerPolicy: () => Promise.resolve(null),
      onCaptureFailure: () => undefined,
    });
    const { world, sent } = counting(open, kind === 'hostile' ? [...VICTIM_SERVERS, ...VICTIM_MTAS] : null);
    const plan = planOf(played);
    const { signal } = new AbortController();
    setMaxListeners(0, signal);
    await Promise.all(Array.from({ length: checks }, () => runCheck(plan, world, newRecord(plan), signal)));
    return sent();
  } finally {
    await internet.stop();
  }
}

/** The world, with an eye on what is sent to these addresses, or to any. */
function counting(world: World, addresses: readonly string[] | null): { world: World; sent(): Sent } {
  const counts = { packets: 0, octets: 0, questions: 0, sessions: 0, sessionsAtOnce: 0 };
  const perAddress = new Map<string, number>();
  let underWay = 0;
  const isMeant = (address: string) => addresses === null || addresses.includes(address);
  return {
    world: {
      ...world,
      async dns(query, signal) {
        const heard = await world.dns(query, signal);
        if (isMeant(query.address) && heard.kind !== 'blocked') {
          const isTcp = query.transport === 'tcp';
          counts.questions++;
          counts.packets += isTcp ? TCP_PACKETS : 1;
          counts.octets +=
            query.message.length + (isTcp ? TCP_PACKETS * TCP_HEADER_OCTETS : UDP_HEADER_OCTETS);
          perAddress.set(query.address, (perAddress.get(query.address) ?? 0) + 1);
        }
        return heard;
      },
      async smtp(plan, record, signal) {
        if (!isMeant(plan.address)) return world.smtp(plan, record, signal);
        counts.sessions++;
        counts.packets += TCP_PACKETS;
        counts.octets += TCP_PACKETS * TCP_HEADER_OCTETS;
        counts.sessionsAtOnce = Math.max(counts.sessionsAtOnce, ++underWay);
        try {
          return await world.smtp(plan, record, signal);
        } finally {
          underWay--;
        }
      },
    },
    sent: () => ({ ...counts, mostToOneAddress: Math.max(0, ...perAddress.values()) }),
  };
}
