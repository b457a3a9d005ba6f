/** Why a policy was not to be had, in words; codes of systems and libraries are what people search for, and stand. */
export function reasonWords(reason: string): string {
  const [, code] = /^certificate: (.*)$/.exec(reason) ?? [];
  if (code === undefined) return WORDS[reason] ?? reason;
  const said = CERTIFICATE[code];
  return said === undefined ? `its certificate is not valid: ${code}` : `its certificate ${said} (${code})`;
}

/** By the codes of the TLS library. */
const CERTIFICATE: Readonly<Record<string, string>> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is self-signed',
  CERT_HAS_EXPIRED: 'has expired, or one above it has',
  CERT_NOT_YET_VALID: 'is not valid yet',
  SELF_SIGNED_CERT_IN_CHAIN: 'leads to no authority that is known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'leads to no authority that is known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'was sent without the one of its issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'was sent without the one of its issuer',
};

const WORDS: Readonly<Record<string, string>> = {
  redirect: 'a redirect, which no sender follows',
  'too-large': 'more than 64 kB',
  timeout: 'no whole answer within 10 seconds',
  'no-address': 'its name has no address',
  'no-answer': 'its address cannot be looked up',
  blocked: 'its address is none of the public internet',
  'domain-wish': 'the domain asks for no contact',
  'not-asked': 'it was not asked for, by choice of this installation',
};
