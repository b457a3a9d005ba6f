import type { InternetData } from '../internet/internet';
import type { Scenario } from './scenario';

/** One internet for many scenarios: each has names and addresses of its own. Throws when two share one. */
export function mergeScenarios(scenarios: readonly Scenario[]): InternetData {
  return {
    zones: scenarios.flatMap(({ zones }) => zones),
    behaviours: joined(scenarios.map(({ behaviours }) => behaviours ?? {})),
    mtas: joined(scenarios.map(({ mtas }) => mtas ?? {})),
  };
}

function joined<T>(parts: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const all: Record<string, T> = {};
  for (const [address, value] of parts.flatMap((part) => Object.entries(part))) {
    if (address in all) throw new Error(`two scenarios use ${address}`);
    all[address] = value;
  }
  return all;
}
