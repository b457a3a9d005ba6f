/** Ranges that a network of one's own may have; the others are nobody's. */
const OWN_RANGES = ['private', 'uniqueLocal', 'carrierGradeNat'];

/** How to have such an address contacted all the same, where that can make sense. */
export function ownNetwork(reason: string): string {
  return OWN_RANGES.includes(reason)
    ? ' If this is your own network, name it in MXPROOF_ALLOW_NETWORKS and run the check again.'
    : '';
}
