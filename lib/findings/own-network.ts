/** Ranges that a network of one's own may have; the others are nobody's. */
const OWN_RANGES = ['private', 'uniqueLocal', 'carrierGradeNat'];

/** Ranges whose name a person does not read at once. */
const RANGE_WORDS: Readonly<Record<string, string>> = {
  carrierGradeNat: 'shared by a provider’s customers',
  linkLocal: 'link-local',
  uniqueLocal: 'private',
  unspecified: 'no address of any machine',
  ipv4Mapped: 'IPv4 within IPv6',
};

/** What kind of special address it is. */
export function rangeWords(reason: string): string {
  return RANGE_WORDS[reason] ?? reason;
}

export function isOwnRange(reason: string): boolean {
  return OWN_RANGES.includes(reason);
}

/** How to have such addresses contacted all the same, where that can make sense for each of them. */
export function ownNetwork(...reasons: string[]): string {
  return reasons.every(isOwnRange)
    ? ' If this is your own network, name it in MXPROOF_ALLOW_NETWORKS and run the check again.'
    : '';
}
