import { setMaxListeners } from 'node:events';
import type { CheckPlan } from '@/lib/check/plan';
import { runCheck } from '@/lib/check/run';
import { parseTrustAnchors } from '@/lib/dnssec/anchors';
import { AS_SHIPPED } from '@/lib/findings/severities';
import { openWorld } from '@/lib/net/world';
import type { CheckRecord } from '@/lib/report/record';
import { shippedLimits } from '@/lib/server/config/limits';
import { parseTarget } from '@/lib/target/target';
import { type Internet, PRACTICE_NETWORKS } from '../internet/internet';
import { seenFrom } from '../internet/seen-from';
import { newRecord } from './new-record';
import { RELAY_ADDRESS, type Scenario, SILENCE_SECONDS } from './scenario';

/** How long a played check waits where a person would wait a minute. */
export const TIMEOUT_MS = SILENCE_SECONDS * 1000;
/** By so much longer an answer is waited for, and the next server asked later: who is silent is silent, not this machine slow. */
const TIMES_LONGER = 3;
const TIMES_LATER = 10;

/** What every version of Node offers here: the libraries of some of them send a large hello and others a small one. */
const SHORT_GROUPS = 'X25519:P-256';
/** A key share of 1,024 bytes, which OpenSSL knows since 3.0. */
const LARGE_GROUPS = 'ffdhe8192:X25519';

const VANTAGE = { helo: 'probe.example', sender: 'postmaster@probe.example', softwareVersion: 'test' };

/** What is checked in a scenario, and as whom. */
export function planOf({
  target: input,
  depth = 'envelope',
  controls = [],
  selectors,
  vantage,
}: Scenario): CheckPlan {
  const target = parseTarget(input);
  if (!target.ok) throw new Error(target.problem.say);
  return {
    target: target.value,
    options: { depth, controls: [...controls], ...(selectors && { selectors: [...selectors] }) },
    vantage: { ...VANTAGE, ...vantage },
    relayAddress: RELAY_ADDRESS,
  };
}

/** The whole check of one scenario, as the product makes it, with short time limits and no dice. */
export async function play(
  internet: Internet,
  scenario: Scenario,
  signal: AbortSignal = new AbortController().signal,
): Promise<CheckRecord> {
  setMaxListeners(0, signal);
  const { roots, greetingTimeoutMs, replyTimeoutMs, ownAddress, ...as } = scenario;
  const anchors = parseTrustAnchors(internet.trustAnchor);
  if (!anchors.ok) throw new Error(anchors.problem);
  const config = {
    rootHints: roots ?? internet.roots,
    trustAnchors: anchors.value,
    resolvers: [{ address: internet.resolver, port: internet.dnsPort }],
    dnsPort: internet.dnsPort,
    smtpPort: internet.smtpPort,
    httpsPort: internet.httpsPort,
    authorities: [internet.authorityPem],
    allowNetworks: PRACTICE_NETWORKS,
    connectTimeoutMs: TIMEOUT_MS,
    replyTimeoutMs: replyTimeoutMs ?? TIMEOUT_MS,
    greetingTimeoutMs: greetingTimeoutMs ?? TIMEOUT_MS,
    cooldownMs: 0,
    limits: shippedLimits(),
    neverContact: { domains: [], networks: [], ...as.neverContact },
    controlAddress: as.controlAddress ?? null,
    publicAddresses: [],
    severities: AS_SHIPPED,
    groups: scenario.largeHello ? LARGE_GROUPS : SHORT_GROUPS,
    capture: false,
    formerPolicy: () => Promise.resolve(scenario.formerPolicy ?? null),
    onCaptureFailure: () => undefined,
  };
  const open = openWorld(config);
  const world = seenFrom(
    {
      ...open,
      random: () => 0.5,
      dns: (query, cancel) => open.dns({ ...query, timeoutMs: TIMES_LONGER * query.timeoutMs }, cancel),
      pause: (ms, cancel) => open.pause(TIMES_LATER * ms, cancel),
      ...(ownAddress !== undefined && { ownAddress: () => Promise.resolve(ownAddress) }),
    },
    as.here ?? {},
  );
  const plan = planOf(scenario);
  const record = newRecord(plan);
  await runCheck(plan, world, record, signal);
  return record;
}
