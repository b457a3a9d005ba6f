/** Each policy of a domain, in the order in which it is told. */
export const POLICY_KINDS = ['dane', 'mtaSts', 'tlsRpt', 'spf', 'dmarc', 'bimi'] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];
