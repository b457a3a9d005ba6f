import { either } from '../phrase';
import { rowsOf } from '../row';

/** A rule refuses, and no reason is told. */
export const POLICY = rowsOf('policy', {
  'policy-named': [
    {
      id: 'settings-of-organisation',
      pattern: /\borgani[sz]ation(?:al)? (?:settings|polic)|\b(?:rule|filter) \[?\d{2,10}\]?/,
      example: '550 Message bounced due to organizational settings',
      source: 'sisimai',
    },
    {
      id: 'by-policy',
      pattern:
        /(?:for|due to|because of|by|against|violat\w*|local|our|site|security|company|corporate|restrictive|recipient|server) (?:\w+ ){0,2}polic(?:y|ies)\b/,
      example: '550 5.7.1 Rejected by policy',
      source: 'field-manual',
    },
    {
      id: 'administratively-denied',
      pattern: /administrative(?:ly)? (?:prohibit\w*|denied|block\w*|reject\w*|reasons?)/,
      example: '553 sorry, your mail was administratively denied. (#5.7.1)',
      source: 'programs',
    },
    {
      id: 'by-rules',
      pattern:
        /delivery restriction|restriction check|\bby (?:a |the |our )?(?:recipient |transport |mail flow )?rules?\b/,
      example: '554 5.7.1 Message refused by our rules',
      source: 'memory',
    },
    {
      id: 'policy-restrictions',
      pattern: /polic(?:y|ies) (?:reasons?|restrictions?|violations?|rejection|block|denied|prohibits?|does)/,
      example: '450 4.7.1 Recipient address rejected: Policy restrictions; try later',
      source: 'sisimai',
    },
  ],
  refusal: [
    {
      id: 'refused',
      pattern: either(
        /refus/,
        /denied/,
        /reject/,
        /not (?:allowed|permitted|authori[sz]ed|accept|wanted|welcome)/,
        /block/,
        /restricted/,
        /unauthori[sz]ed/,
        /forbidden/,
        /prohibited/,
        /administrative/,
      ),
      example: '550 Access not allowed',
      source: 'field-manual',
    },
    {
      id: 'only-internal',
      pattern: either(
        /internal (?:use|only|mail|recipients?|address)|only for internal/,
        /polic(?:y|ies)/,
        /security/,
      ),
      example: '550 this recipient is only for internal use',
      source: 'memory',
    },
  ],
});
