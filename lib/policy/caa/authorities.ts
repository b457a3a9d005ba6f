/**
 * The domains by which authorities know themselves in CAA records, by the organisation that their certificates name. Only those that
 * have one, and say so; looked at on 2026-11-30: letsencrypt.org/docs/caa, pki.goog/faq, support.globalsign.com (CAA).
 */
const AUTHORITIES: Readonly<Record<string, string>> = {
  "Let's Encrypt": 'letsencrypt.org',
  'Google Trust Services': 'pki.goog',
  'GlobalSign nv-sa': 'globalsign.com',
};

/** The domain of an authority in CAA records; null when it is not known for sure. */
export function caaDomainOf(organisation: string | null): string | null {
  return organisation !== null && Object.hasOwn(AUTHORITIES, organisation)
    ? (AUTHORITIES[organisation] ?? null)
    : null;
}
