import { setMaxListeners } from 'node:events';
import { runCheck } from '@/lib/check/run';
import type { World } from '@/lib/check/world';
import { printedName } from '@/lib/dns/name';
import { AS_SHIPPED } from '@/lib/findings/severities';
import { openWorld } from '@/lib/net/world';
import { type Limits, shippedLimits } from '@/lib/server/config/limits';
import { createLookups, type LookupLimits } from '@/lib/server/engine/lookups';
import { PRACTICE_NETWORKS, startInternet } from '../internet/internet';
import { block } from '../scenarios/block';
import { newRecord } from '../scenarios/new-record';
import { planOf } from '../scenarios/play';
import { polite, type Scenario, scenario, zone, zoneWithMx } from '../scenarios/scenario';
import { counting, type Sent } from './counted-world';

/** Mail servers that the hostile domain names: as many as a check has sessions. */
export const EXCHANGES = 40;
const ZONES = 12;

/** As it was before there were limits. */
export const NO_LIMITS: Limits = {
  startsPerMinute: Infinity,
  queuedPerCaller: Infinity,
  queued: Infinity,
  handOversPerMinute: Infinity,
  signInsPerMinute: Infinity,
  readAgainPerMinute: Infinity,
  verificationsPerMinute: Infinity,
  streams: Infinity,
  streamsPerCaller: Infinity,
  explanationsPerMinute: Infinity,
  pagesPerMinute: Infinity,
  controlsPerHour: Infinity,
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
/** Their mail servers, eight addresses a name, which is as many as a check looks at. */
const VICTIM_MTAS = Array.from({ length: EXCHANGES }, (_, n) => at(101 + n));
const ADDRESSES_A_NAME = 8;
/** Their web servers; no policy is to be had there. */
const VICTIM_WEBS = [at(VICTIM_HOST + 10), at(VICTIM_HOST + 11)];
const VICTIM = [...VICTIM_SERVERS, ...VICTIM_MTAS, ...VICTIM_WEBS];

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
      '_mta-sts TXT "v=STSv1; id=1"',
      ...VICTIM_WEBS.map((address) => `mta-sts A ${address}`),
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

const withMtas = (about: Parameters<typeof polite>[1]): Scenario => ({
  ...HOSTILE,
  mtas: Object.fromEntries(VICTIM_MTAS.map((address) => [address, polite('mx.victim.test', about)])),
});

/** What is checked. Of a hostile domain mail servers refuse the connection, or do what is named. */
const PLAYED = {
  hostile: HOSTILE,
  accepting: withMtas({}),
  greylisting: withMtas({ greylistSeconds: 3_600 }),
  ordinary: ORDINARY,
};

/** What so many checks at once send: of a hostile domain, to the servers that it names, or of an ordinary one, to all servers. */
export async function amplification(
  kind: keyof typeof PLAYED,
  checks: number,
  limits: Limits = shippedLimits(),
): Promise<Sent> {
  const played = PLAYED[kind];
  return inPractice(played, limits, kind === 'ordinary' ? null : VICTIM, async (world) => {
    const plan = planOf(played);
    const { signal } = new AbortController();
    setMaxListeners(0, signal);
    await Promise.all(Array.from({ length: checks }, () => runCheck(plan, world, newRecord(plan), signal)));
  });
}

/** What a look-up beside checks sends to somebody else whose servers a hostile owner has named, until a limit ends it. */
export function amplificationOfLookUp(limits: LookupLimits): Promise<Sent> {
  return inPractice(HOSTILE, shippedLimits(), VICTIM, async (world) => {
    const { ask } = createLookups(world, limits);
    await ask(printedName('hostile.test'), 'TXT');
    // A name of each zone finds its servers; the others are asked of them at once.
    for (let round = 0; round * ZONES < limits.queries; round++)
      await Promise.all(
        Array.from({ length: ZONES }, (_, n) => ask(printedName(`n${round}.z${n}.hostile.test`), 'TXT')),
      );
  });
}

/** Does something in the practice internet of a scenario, and tells what was sent to these addresses, or to any. */
async function inPractice(
  { zones, behaviours = {}, mtas = {} }: Scenario,
  limits: Limits,
  addresses: readonly string[] | null,
  run: (world: World) => Promise<void>,
): Promise<Sent> {
  const internet = await startInternet({ zones, behaviours, mtas });
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
    const { world, sent } = counting(open, addresses);
    await run(world);
    return sent();
  } finally {
    await internet.stop();
  }
}
