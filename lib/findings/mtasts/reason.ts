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

/** What is wrong with a record or a policy, in words. */
export function faultWords(part: 'record' | 'policy', what: string): string {
  return FAULTS[part][what] ?? what;
}

/** RFC 8461 §3.1, §3.2. */
const FAULTS: Readonly<Record<'record' | 'policy', Readonly<Record<string, string>>>> = {
  record: {
    several: 'there are several records',
    version: 'it does not begin with “v=STSv1;”',
    'no-id': 'it has no id',
    'bad-id': 'its id is not 1 to 32 letters and digits',
    'bad-field': 'it has a field that is not of the form',
  },
  policy: {
    version: 'the version is not STSv1',
    mode: 'the mode is not enforce, testing or none',
    mx: 'an mx line has no name of a host',
    'no-mx': 'it names no exchange (mx)',
    'max-age': 'max_age is no number of seconds up to 31557600',
    field: 'a line is not “name: value”',
  },
};
