import { either } from '../phrase';
import { rowsOf } from '../row';

/** SPF, DKIM and DMARC did not pass. */
export const AUTH_FAILED = rowsOf('auth-failed', {
  authentication: [
    {
      id: 'not-looked-up',
      pattern: either(
        /\b(?:spf|dkim|dmarc)\b.{0,80}\b(?:temp ?-?(?:error|fail\w*)|temporar(?:y|ily) (?:dns )?(?:error|failure|unavailable)|dns (?:time-?out|error)|dns timed out|lookup (?:failed|failure|timed out|time-?out))\b/,
        /\b(?:temp ?-?error|temporary (?:dns )?(?:error|failure)|dns time-?out)\b.{0,60}\b(?:spf|dkim|dmarc)\b/,
      ),
      side: 'unknown',
      whoActs: 'unknown',
      says: 'SPF, DKIM or DMARC of the sender domain could not be looked up',
      meaning:
        'A record of the sender domain could not be looked up, since DNS gave no usable answer (temperror). That says nothing of whether the sender is genuine.',
      fix: 'On the sender’s side, look whether the name servers of the sender domain answer, and those of every domain that its SPF record includes. If they do, the resolver of the receiving server is at fault.',
      example: '451 4.7.24 SPF check: temporary error, DNS timeout',
      source: 'registry',
    },
    {
      id: 'record-not-valid',
      pattern: either(
        /\b(?:spf|dkim|dmarc)\b.{0,80}\b(?:perm ?-?error|permanent error|too many (?:dns )?lookups|multiple (?:spf )?records|syntax error|invalid record)\b/,
        /\b(?:perm ?-?error|permanent error)\b.{0,60}\b(?:spf|dkim|dmarc)\b/,
      ),
      says: 'a record of the sender domain is not valid',
      meaning:
        'The SPF, DKIM or DMARC record of the sender domain cannot be evaluated (permerror): it is not of the form, there are several, or SPF needs too many lookups.',
      fix: 'Correct the record at the sender domain. A check of that domain shows what is wrong with it.',
      example: '550 5.7.24 SPF permanent error: too many DNS lookups',
      source: 'registry',
    },
    {
      id: 'dmarc',
      pattern: either(/\bdmarc policy\b/, /^(?!.{0,4096}\b(?:spf|dkim)\b).{0,4096}\bdmarc\b/),
      says: 'DMARC of the sender domain did not pass',
      meaning: 'DMARC of the sender domain did not pass, and such mail is not taken.',
      example: '550 5.7.1 Rejected by the DMARC policy of example.net',
      source: 'google',
    },
    {
      id: 'spf',
      pattern: /^(?!.{0,4096}\b(?:dkim|dmarc)\b).{0,4096}\b(?:spf\b|sender policy framework)/,
      says: 'SPF of the sender domain did not pass',
      meaning:
        'The SPF record of the sender domain does not allow the sending address, or cannot be evaluated.',
      fix: 'Add the sending address to the SPF record of the sender domain, or send from an address that it names.',
      example: '550 5.7.23 Rejected: SPF fail, not authorized',
      source: 'registry',
    },
    {
      id: 'by-name',
      pattern: /\bspf\b|\bdkim\b|\bdmarc\b|sender policy framework|\bnot have authentication information\b/,
      example: '554 DKIM check failed',
      source: 'google',
    },
  ],
  unauthenticated: [
    {
      id: 'unauthenticated',
      pattern: either(
        /unauthenticated (?:e-?mail|message|sender)/,
        /(?:email|message|mail) (?:is )?(?:not authenticated|lacks? authentication)/,
        /(?:sender|e-?mail|message|domain) authentication (?:fail|check|required|policy|level|requirement)/,
        /(?:sender|message|e-?mail|domain|from)\b.{0,30}\b(?:not|un|isn't|fail\w*) ?(?:properly |correctly )?authenticat(?:ed|ion)\b(?!.{0,12}(?:required|user|first|client))/,
      ),
      example: '550 unauthenticated senders not',
      source: 'sisimai',
    },
    {
      id: 'forged',
      pattern: /(?<!possibly )forged|forgery|spoof/,
      example: '550 Rejecting forged mail from our own domain',
      source: 'sisimai',
    },
    {
      id: 'signature',
      pattern: either(
        /openspf|domain ?keys?|\bbimi\b|sender-?id\b|dmarc|arc-?seal|\badsp\b|\bbatv\b/,
        /signature\b.{0,20}\b(?:fail|invalid|missing|not|bad|verif|required)/,
        /(?:bad|invalid|no|missing|broken) (?:dkim |domainkeys |arc )?signature/,
        /envelope (?:sender )?.{0,24}(?:spf|not authori)/,
        /\barc\b.{0,10}(?:fail|valid)/,
      ),
      example: '550 batv failed to verify',
      source: 'sisimai',
    },
    {
      id: 'does-not-designate',
      pattern: either(
        /does not designate/,
        /published (?:\w+ )?records?\b.{0,30}\b(?:permit|allow|authori|designat)/,
        /not (?:a )?designated (?:as a )?(?:permitted )?(?:sender|mailer)/,
        /(?:ip|host|server|client|address)\b.{0,60}\bnot (?:allowed|permitted|authori[sz]ed|designated|listed)\b.{0,30}\b(?:to (?:send|mail|use)|sender|mailer|by domain|for domain|domain)/,
        /not permitted to send from/,
        /domain (?:owner )?(?:discourages|policy).{0,40}(?:host|reject)/,
        /not authori[sz]ed to (?:send|use|mail|deliver)\b.{0,40}\b(?:for|from|on behalf|domain|using)/,
      ),
      example: '550 ex.net does not designate 192.0.2.1 as permitted sender',
      source: 'memory',
    },
    {
      id: 'did-not-pass',
      pattern:
        /(?:fail\w*|did(?: not|n't)|does(?: not|n't)|doesn't) (?:to )?pass\w*.{0,24}(?:authenticat|verification|alignment)/,
      example: '550 fails to pass authentication',
      source: 'sisimai',
    },
    {
      id: 'domain-policy',
      pattern: /domain'?s? (?:owner|policy|published policy).{0,40}(?:reject|discourag|quarantine|designat)/,
      example: "554 Message rejected: sender domain's policy designates no permitted",
      source: 'memory',
    },
    {
      id: 'sender-id',
      pattern: /sender id\b.{0,20}(?:fail|perm)/,
      example: '550 5.7.1 Sender ID (PRA) Not Permitted',
      source: 'memory',
    },
  ],
});
