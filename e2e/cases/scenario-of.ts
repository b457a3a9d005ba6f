/** The scenario that has the fault of a live case, by the number before its name. */
const SCENARIO_OF: Readonly<Record<string, string>> = {
  c01: 'domain-alias-beside-mx',
  c02: 'web-address-silent',
  c03: 'mx-letter-case',
  c04: 'tlsa-failing',
  c06: 'foreign-soa',
  c08: 'dane-authority-elsewhere',
  c10: 'inspection-breaks-tls',
  c12: 'own-gateway-seen',
  c13: 'list-asked-wrongly',
  c14: 'new-clients-put-off',
  c15: 'null-mx-meant',
  c16: 'mx-denied-with-nxdomain',
  c18: 'pool-greeting',
  c20: 'message-accepted',
  c22: 'mx-is-address',
  c24: 'dns-intercepted-here',
};

/** Undefined for a case that no scenario plays yet. */
export function scenarioOf(id: string): string | undefined {
  return SCENARIO_OF[id.slice(0, id.indexOf('-'))];
}

/** For the test that each of them is there. */
export const PLAYED = Object.values(SCENARIO_OF);
