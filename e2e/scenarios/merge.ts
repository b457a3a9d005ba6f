import type { ServerBehaviour } from '../internet/behaviour';
import { RESOLVER } from '../internet/delegate';
import type { InternetData } from '../internet/internet';
import { block } from './block';
import { type Scenario, zone } from './scenario';

const at = block('ourselves');

/** Who we are there: what MXPROOF_HELO says, and the domain of our sender. */
const OUR_ZONE = zone(at, 'probe.example', '@ A 127.0.0.1', '@ AAAA ::1', '@ MX 10 probe.example.');

/** One internet for many scenarios: each has names and addresses of its own. Throws when two share one. */
export function mergeScenarios(scenarios: readonly Scenario[]): InternetData {
  return {
    zones: [OUR_ZONE, ...scenarios.flatMap(({ zones }) => zones)],
    behaviours: {
      ...joined(scenarios.map(({ behaviours = {} }) => withoutResolver(behaviours))),
      [RESOLVER]: resolverOf(scenarios),
    },
    mtas: joined(scenarios.map(({ mtas }) => mtas ?? {})),
    webs: joined(scenarios.map(({ webs }) => webs ?? {})),
  };
}

/** The resolver is there for all of them: what they say of it adds up. */
function resolverOf(scenarios: readonly Scenario[]): ServerBehaviour {
  const all = scenarios.flatMap(({ behaviours }) => behaviours?.[RESOLVER] ?? []);
  return {
    records: all.flatMap(({ records = [] }) => records),
    failsFor: all.flatMap(({ failsFor = [] }) => failsFor),
  };
}

function withoutResolver(behaviours: Readonly<Record<string, ServerBehaviour>>) {
  return Object.fromEntries(Object.entries(behaviours).filter(([address]) => address !== RESOLVER));
}

function joined<T>(parts: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const all: Record<string, T> = {};
  for (const [address, value] of parts.flatMap((part) => Object.entries(part))) {
    if (address in all) throw new Error(`two scenarios use ${address}`);
    all[address] = value;
  }
  return all;
}
