import { startInternet } from '../internet/internet';
import { SCENARIOS } from '../scenarios/all';
import { mergeScenarios } from '../scenarios/merge';
import { play } from '../scenarios/play';
import type { Scenario } from '../scenarios/scenario';
import { type Mould, mouldOf } from './mould';

/** What a check of a domain mostly sees, and what some of them see. Nothing of it keeps a check waiting for long. */
const USUAL = [
  'healthy',
  'three-exchanges',
  'equals-in-turn',
  'implicit-mx',
  'servers-in-another-zone',
  'one-name-server',
  'tls-1-2-only',
  'versions-differ',
  'certificate-self-signed',
  'tls-not-offered',
];
const TROUBLES = [
  'greylisting',
  'mailbox-unknown',
  'mailbox-full',
  'blocklisted',
  'certificate-expired',
  'connection-refused',
  'rate-limited',
  'sender-denied',
  'two-reasons',
  'hosts-disagree',
  'one-server-lame',
  'name-servers-differ',
  'domain-not-found',
  'relay-denied',
  'null-mx',
  'busy',
];

/** Of what domains mostly show, and of troubles. */
export interface Moulds {
  usual: Mould[];
  troubles: Mould[];
}

/** Makes each check once, in a practice internet of its own. */
export async function makeMoulds(): Promise<Moulds> {
  const named = (names: readonly string[]) => SCENARIOS.filter(({ name }) => names.includes(name));
  return { usual: await mouldsOf(named(USUAL)), troubles: await mouldsOf(named(TROUBLES)) };
}

/** Makes the checks of these scenarios, one after the other, in a practice internet that has nothing else. */
export async function mouldsOf(scenarios: readonly Scenario[]): Promise<Mould[]> {
  const internet = await startInternet(mergeScenarios(scenarios));
  try {
    const moulds: Mould[] = [];
    for (const scenario of scenarios) {
      const begun = new Date();
      const record = await play(internet, scenario);
      moulds.push(mouldOf(scenario, record, begun, new Date()));
    }
    return moulds;
  } finally {
    await internet.stop();
  }
}
