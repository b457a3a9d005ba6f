import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** The sender address is not accepted. */
export const SENDER_REJECTED = rowsOf('sender-rejected', {
  unfinished: [
    {
      id: 'unverified-sender',
      pattern: /\bsender (?:address )?rejected: unverified address\b/,
      example: '450 4.1.7 <a@example.net>: Sender address rejected: unverified address',
      source: 'postfix-verify',
    },
  ],
  'blocked-by-person': [
    {
      id: 'sender-blocked',
      pattern: /\bsender(?: domain| address)? (?:is |was |has been )?blocked\b|\bblocked sender\b/,
      example: '550 5.7.1 This sender is blocked by the recipient',
      source: 'sisimai',
    },
    {
      id: 'in-my-blocked-senders',
      pattern:
        /\bblocked[ -]senders?\b|(?:sender(?! (?:ip|host|server|net))|addr)\b.{0,30}\b(?:in|on) (?:my|our|the|a|your|local) (?:\w+ )?(?:block|black|reject|bad|deny|kill)/,
      example: '554 Sender <a@example.net> is in my blocked senders',
      source: 'sisimai',
    },
    {
      id: 'blocked-by-recipient',
      pattern: either(
        /(?:sender|address|addr|domain|you)\b.{0,40}\b(?:blocked|rejected|banned|black ?listed|block(?:ed)? ?list\w*)\b.{0,24}\bby (?:the |this )?(?:recipient|user|mailbox owner|addr)(?! (?:policy|domain|server|system|organi))/,
        /(?:personal|user'?s?|recipient'?s?) (?:\w+ )?(?:block|black|reject)(?:ed)?[ -]?(?:list|sender)/,
        /(?:recipient|user) (?:has )?(?:blocked|rejects?|refuses?) (?:your|this|the|all|mail from)/,
      ),
      example: '550 5.7.1 Your email address has been blocked by the recipient',
      source: 'sisimai',
    },
  ],
  'no-domain': [
    {
      id: 'without-records',
      pattern: /\binvalid dns (?:mx|a|aaaa)\b|\bmx or a ?\/? ?(?:or )?aaaa (?:resource )?records?/,
      meaning:
        'The domain of the sender address has no MX or address record there that could take an answer.',
      example: '550 Invalid DNS MX or A/AAAA resource record',
      source: 'gmx',
    },
  ],
  'sender-domain': [
    {
      id: 'sender-unknown',
      pattern:
        /(?:sender|envelope|return|originator|mail from|reverse)[ -]?(?:address|domain|path|from)?'?s?\b.{0,40}\b(?:unknown|invalid|not (?:found|exist|valid|resolv\w*|verif\w*)|does(?: not|n't) (?:exist|resolve|have|accept)|must (?:exist|resolve|be)|has no|no (?:mx|such|valid)|verif\w* fail|unverif\w*|undeliverable|unroutable|unrouteable|misformatted|malformed|no(?:t|n)[- ]?existent|could not be verified|cannot be verified)/,
      example: '554 5.1.8 sender domain not found',
      source: 'programs',
    },
    {
      id: 'bad-return-path',
      pattern: either(
        /(?:invalid|unknown|bad|fake|forged|illegal|malformed|unresolvable|unroutable|non-?existent|unverified|unqualified) (?:\w+ )?(?:sender|originator|return[ -]?path|envelope[ -](?:from|sender)|mail from|from (?:address|domain))/,
        /(?:mx|dns|valid|domain|host)\b.{0,24}\bfor (?:the |your )?sender/,
      ),
      example: '550 Bad return path',
      source: 'programs',
    },
    {
      id: 'cannot-verify-sender',
      pattern: /(?:verify|verification|callback|callout|call-?back)\b.{0,20}\bsender/,
      example: '554 unable to verify sender address',
      source: 'memory',
    },
    {
      id: 'sender-verification',
      pattern: /sender verif/,
      example: '451 could not complete sender verify callout',
      source: 'programs',
    },
    {
      id: 'your-domain',
      pattern:
        /your domain\b.{0,40}\b(?:does(?: not|n't)|has no|is not|cannot be|can't be|unresolv\w*) ?(?:resolv\w*|exist|mx|valid|found)?/,
      example: '550 your domain example.net does not resolve, sender refused',
      source: 'memory',
    },
    {
      id: 'domain-of-sender',
      pattern: either(
        /(?:domain|mx|address|host)\b.{0,60}\b(?:of|for) (?:the |your )?(?:sender|return|envelope)\b/,
        /domain name required/,
      ),
      example: '550 domain of sender address',
      source: 'sisimai',
    },
  ],
  sender: [
    {
      id: 'sender-refused',
      pattern: either(
        near(
          [
            'sender',
            'envelope from',
            'return[ -]?path',
            'mail from (?:address|domain)',
            'from address',
            'from domain',
            'domain of sender',
            'originator',
            'reverse-path',
          ],
          70,
          [
            'reject',
            'not (?:exist|found|valid|a valid|accept|resol|allowed|permitted|verif)',
            "does(?: not|n't)",
            'invalid',
            'unknown',
            'verif',
            'refus',
            'denied',
            'blocked',
            'bad',
            'fail',
            'no valid',
            'must',
            'required',
            'unroutable',
            'syntax',
            'mx',
          ],
        ),
        /(?:sender|from address|return[ -]?path|envelope from|mail from|originator|from: address)\b.{0,40}\b(?:reject\w*|refused|denied|block\w*|banned|black ?listed|prohibited|not (?:allowed|permitted|accept\w*|authori[sz]ed|welcome|wanted|valid|local|owned)|invalid|unknown|disallowed|forbidden|on (?:our|the|my) (?:block|black|bad)|unacceptable|bad|mismatch|address (?:reject|invalid|unknown|refus|deni|not))/,
        near(
          [
            'invalid',
            'bad',
            'unknown',
            'unverified',
            'fake',
            'forged',
            '(?:could not|cannot) verify',
            'verify',
            'unresolvable',
            'rejected',
            'blocked',
            'no such',
          ],
          14,
          ['sender', 'originator', 'return', 'from address', 'from domain', 'envelope'],
        ),
        /(?:sender|from) (?:address )?(?:does not|doesn't) (?:match|belong|exist)/,
        /unqualified (?:sender|address)/,
        /your (?:e-?mail )?(?:address|domain) (?:is|has been|was) (?:blocked|rejected|banned|refused|not (?:allowed|accepted|permitted|valid))/,
      ),
      example: '550 5.1.0 <a@example.net> Sender rejected',
      source: 'programs',
    },
    {
      id: 'envelope-refused',
      pattern: either(
        /(?:reject\w*|refus\w*|denied|deny|block\w*|banned|unacceptable|prohibited|disallowed|bad|not accept\w*|don't accept|forged|spoofed) (?:\w+ ){0,3}(?:sender|envelope[ -]?(?:from|sender)|return[ -]?path|from address|mail from|originator|reverse-?path)\b/,
        /mailfrom/,
        /badmailfrom/,
        /\bin my (?:bad|block)\w*from/,
      ),
      example: "553 We don't accept mail from that address",
      source: 'sisimai',
    },
    {
      id: 'callback',
      pattern: either(
        /callback/,
        /callout/,
        /call-?ahead.{0,20}sender/,
        /verify (?:your )?(?:sender|from|address in)/,
      ),
      example: '550 Callback setup failed while verifying <a@example.net>',
      source: 'memory',
    },
    {
      id: 'may-not-send-as',
      pattern: either(
        /not (?:allowed|permitted|authori[sz]ed|have permissions?) to (?:send|use|mail)\b.{0,20}\b(?:as|from|with|using|on behalf|mail from)/,
        /does not (?:match|belong to) (?:the )?(?:authenticated|login|logged|sasl|account)/,
        /(?:address|domain) (?:is )?not (?:owned|allowed) (?:by|for) (?:the )?(?:authenticated|user|login|account)/,
        /sender (?:has )?(?:insufficient|no) (?:rights|permission)/,
        /you are not allowed to (?:send|use)/,
        /permissions? to send (?:as|on behalf)/,
      ),
      side: 'sender',
      whoActs: 'sender-admin',
      says: 'who logged in may not send as this sender',
      meaning: 'Whoever logged in has no right to send with this sender address.',
      fix: 'Send with the address of the own mailbox. Or the administrator of the sending organisation gives the right to send as the other one.',
      example: '554 5.7.60 SMTP; Client does not have permissions to send as this sender',
      source: 'microsoft',
    },
    {
      id: 'bounces-not-accepted',
      pattern:
        /null sender|null envelope|empty (?:sender|envelope|from|return)|(?:mail from|sender) ?:? ?<>|bounces?\b.{0,30}\bnot (?:accept|allow)|not accept\w* (?:bounces|null)|bogus bounce/,
      example: '550 Bounces to this address are not accepted',
      source: 'memory',
    },
    {
      id: 'not-permitted-sender',
      pattern: either(
        /not an? (?:permitted|allowed|authori[sz]ed|valid|accepted|approved|known|acceptable) (?:sender|source|from)/,
        /(?:address|domain) blocked by (?:recipient|user)/,
      ),
      example: '550 <a@example.net> is not a permitted sender',
      source: 'memory',
    },
  ],
});
