import { networkInterfaces } from 'node:os';
import { SCENARIOS } from './all';
import type { Scenario } from './scenario';

/** The scenarios that an installation can play which has one set of root servers, a clock that is right and a good network. */
export function labScenarios(): Scenario[] {
  return playableScenarios().filter(({ roots, here, neverContact, formerPolicy }) =>
    [roots, here, neverContact, formerPolicy].every((one) => one === undefined),
  );
}

/** The scenarios that this machine can play: those that need IPv6 only where `::1` is there. */
export function playableScenarios(): Scenario[] {
  const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
    all?.some(({ address }) => address === '::1'),
  );
  return SCENARIOS.filter(({ needsIpv6 }) => hasIpv6 || needsIpv6 !== true);
}
