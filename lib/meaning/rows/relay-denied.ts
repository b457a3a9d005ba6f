import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** The domain is not served here. */
export const RELAY_DENIED = rowsOf('relay-denied', {
  relaying: [
    {
      id: 'relay-not-permitted',
      pattern: either(
        near(['relay(?:ing|ed)?(?! (?:recipient|domain))'], 30, [
          'den(?:ied|y)',
          'not (?:permitted|allowed|authori|supported|enabled|possible|accept)',
          'prohibit',
          'refus',
          'reject',
          'disabled',
          'disallow',
          'forbid',
          'restrict',
          'blocked',
          'from your',
          'attempt',
        ]),
        near(['relay(?:ing)?(?! recipient)'], 16, [
          'denied',
          'not permitted',
          'not allowed',
          'prohibited',
          'refused',
          'disabled',
          'forbidden',
        ]),
      ),
      example: '550 relay not permitted',
      source: 'google',
    },
    {
      id: 'do-not-relay',
      pattern: either(
        near(
          [
            'unable to',
            'not',
            'cannot',
            'no',
            "can't",
            "don't",
            "won't",
            "doesn't",
            'refus\\w+',
            'unauthori[sz]ed',
            'disallow\\w*',
            'prohibit\\w*',
            'den(?:y|ied)',
            'illegal',
          ],
          24,
          ['relay(?:ing|ed|s)?(?! recipient)\\b'],
        ),
        near(['unable to', 'not', 'cannot', 'no'], 10, ['relay(?:ing)?(?! (?:recipient|domain))']),
      ),
      example: "553 we don't relay",
      source: 'sisimai',
    },
    {
      id: 'non-local',
      pattern: either(
        /(?:send|mail|deliver)\w* to (?:a |an )?(?:non-?local|remote|outside|external)\b/,
        /open relay/,
      ),
      example: '503 requires authentication when attempting to send to a non-local',
      source: 'sisimai',
    },
  ],
  'not-ours': [
    {
      id: 'relaying',
      pattern: /\brelay(?:ing)?\b(?!=| (?:recipient|domain)s? (?:table|map))/,
      example: '554 mail.example.org SMTP server denies relaying',
      source: 'google',
    },
    {
      id: 'rcpthosts',
      pattern: /rcpthosts?/,
      example: '553 domain not allowed, not in rcpthosts',
      source: 'zone-mta',
    },
    {
      id: 'domain-not-handled',
      pattern: either(
        /(?:domain|mail for)\b.{0,60}\b(?:is |are )?(?:not|isn't|aren't|never) (?:handled|hosted|served|accepted|configured|allowed|local|permitted|supported|one of)\b.{0,20}/,
        near(['domain', 'recipient domain', 'destination'], 30, [
          'not (?:hosted|local|served|handled|configured|accepted)',
          "isn't (?:local|hosted|allowed)",
        ]),
        /domain (?:is )?not (?:in|on|part|here|found (?:here|on this)|ours|present)/,
        /does(?: not|n't) (?:serve|handle|accept mail for) (?:this|that|the) domain/,
      ),
      example: '550 Mail to that domain not handled here',
      source: 'bmh',
    },
    {
      id: 'no-mail-for-domain',
      pattern: either(
        /(?:doesn't|does not|do not|don't) (?:handle|accept) mail for/,
        /(?:do(?:es)?(?: not|n't)|not) (?:accept|handle|process|receive|serve|host|deliver|provide)\b.{0,20}(?:mail )?(?:for|to) (?:this|that|the|your|addr|recipient'?s?)? ?(?:domain|address)/,
        /we do(?: not|n't) (?:relay|handle|accept mail for|host)/,
        /we don't (?:handle|relay|serve|host)\b/,
        /mail not accepted for (?:this|that) domain/,
      ),
      example: '550 We do not accept mail for this domain',
      source: 'sisimai',
    },
    {
      id: 'not-our-host',
      pattern: either(
        /not one of (?:our|my) domains?|not (?:a |the )?domain (?:that is )?(?:handled|hosted|served|accepted)/,
        /not (?:a |an )?(?:local|relay|hosted|accepted|known|allowed|managed) (?:recipient |mail )?domain/,
        /not (?:a |an )?(?:local|hosted|gateway|allowed) (?:domain|host)/,
        /no such domain (?:here|at|on)/,
      ),
      example: '550 not local host example.org, not a gateway',
      source: 'memory',
    },
    {
      id: 'not-hosted-here',
      pattern:
        /(?:fqdn0|domain)\b.{0,24}\bnot (?:hosted|local|served|handled|configured|accepted|known|ours|relayed|allowed)\b(?: (?:here|on|by|at|for)|\.|$)|\baddr\b.{0,12}\bnot (?:hosted|served|handled|relayed|local)\b/,
      example: '550 example.org is not hosted here',
      source: 'memory',
    },
    {
      id: 'not-our-domain',
      pattern: either(/not (?:our|my) domain/, /not a valid domain here/),
      example: '551 not our domain, please use another server',
      source: 'memory',
    },
    {
      id: 'not-gateway',
      pattern: either(
        /not a gateway/,
        /wrong (?:mail ?server|mx|host|destination server)/,
        /not (?:responsible|authoritative) for/,
      ),
      example: '550 not a gateway',
      source: 'sisimai',
    },
    {
      id: 'mail-not-accepted-here',
      pattern: /mail (?:to|for) .{0,60}(?:not|isn't) accepted (?:here|by this)/,
      example: '550 mail to jo@example.org not accepted here',
      source: 'memory',
    },
  ],
});
