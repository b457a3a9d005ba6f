import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** Commands that are not understood or out of order. */
export const PROTOCOL_ERROR = rowsOf('protocol-error', {
  'command-order': [
    {
      id: 'bad-sequence',
      says: 'bad sequence of commands',
      meaning: 'The server says that this command came out of order.',
      pattern:
        /\bneed (?:a )?(?:mail|rcpt|helo|ehlo|sender|recipient)\b|\bno (?:valid )?(?:recipients?|sender) (?:specified|given|defined|yet)|valid rcpt (?:command )?must precede|(?:bad|wrong|invalid) sequence|out of (?:sequence|order)|command out of/,
      example: '503 Bad sequence of commands',
      source: 'google',
    },
    {
      id: 'smtp-synchronization',
      pattern:
        /(?:smtp )?(?:protocol )?synchroni[sz]ation|protocol (?:violation|error)|smtp (?:protocol )?violation/,
      example: '554 SMTP synchronization error',
      source: 'google',
    },
    {
      id: 'no-valid-recipients',
      pattern: /no valid recipients(?! (?:for this m|(?:was|were) found|left|remain))/,
      example: '554 5.5.1 Error: no valid recipients',
      source: 'programs',
    },
    {
      id: 'too-many-unauthenticated-commands',
      pattern: /too many \w+ commands/,
      example: '554 5.7.0 Too many unauthenticated commands. - gsmtp',
      source: 'google',
    },
    {
      id: 'send-hello-first',
      pattern: either(
        /(?:send|say|use|issue|polite people say|requires?|expected|need) (?:an? )?(?:helo|ehlo|hello)(?: (?:or|\/) ?(?:helo|ehlo))?(?: first| command| before)?\b/,
        /(?:helo|ehlo)(?:\/(?:helo|ehlo))? (?:first|required|before|needed|expected)|must (?:issue|send) (?:a )?(?:helo|ehlo|mail|rcpt)/,
      ),
      example: '503 5.5.2 Send hello first',
      source: 'programs',
    },
    {
      id: 'talked-before-greeting',
      pattern: either(
        /(?:talk\w*|spoke|sp(?:ea|o)k\w*|sent data|data sent|input sent|commands?) (?:\w+ ){0,3}(?:before (?:the |my |our |i |we )?(?:greet\w*|banner|220|sending|initial|being)|too (?:soon|early))|pre-?greet|early ?-?talk|without waiting/,
        /improper (?:command )?pipelin|unauthori[sz]ed pipelin|pipelining (?:error|not|without|violation|detected)/,
      ),
      example: '550 5.5.1 sync error: client talked before greeting',
      source: 'memory',
    },
  ],
  command: [
    {
      id: 'syntax',
      pattern:
        /(?:syntax|protocol|sequence|parse) (?:error|violation|problem|fail\w*)|\bsyntax\b|out of (?:sequence|order)/,
      example: '500 5.5.2 Error: bad syntax',
      source: 'google',
    },
    {
      id: 'unsupported',
      pattern: /(?:not|un) ?(?:implemented|recogni[sz]ed|supported)/,
      example: '555 5.5.4 Unsupported option: FOO',
      source: 'google',
    },
    {
      id: 'unknown-command',
      pattern: either(
        /(?:bad|unknown|unrecogni[sz]ed|unimplemented|invalid|unsupported|unexpected|wrong|illegal|missing|extra|no|improper|incorrect|out[ -]of[ -]) ?(?:sequence|command|parameter|argument|option|verb|keyword|order|syntax|smtp)s?\b/,
        /(?:bad|unknown|unrecogni[sz]ed|unimplemented|invalid|unsupported|unexpected|wrong|illegal) (?:sequence|command|parameter|argument|option|verb)/,
      ),
      example: '500 unknown command',
      source: 'memory',
    },
    {
      id: 'no-identity-changes',
      pattern: either(
        /synchroni[sz]|improper (?:use|command)|multiple destination domains|no identity changes/,
        /pipelin|early ?-?talk|talk(?:ed|ing|s)? (?:too (?:soon|early)|before|first|out of)|spoke too soon|pre-?greet|before (?:the )?(?:greeting|banner|helo|ehlo|mail|rcpt|data)|wait (?:for|until) (?:the |my |our )?(?:greeting|banner|220)/,
        /improper/,
      ),
      example: '503 5.7.0 No identity changes permitted. - gsmtp',
      source: 'google',
    },
    {
      id: 'rcpt-first',
      pattern: either(
        /\b(?:helo|ehlo|mail|mail from|rcpt|rcpt to|sender|recipient)\b.{0,16}\b(?:first|before|already|required|expected|needed|missing|specified|given|twice|again)/,
        /(?:need|send|say|issue|use|expect\w*|must|require\w*|no|missing|give|polite\w*|first|introduce\w*)\b.{0,24}\b(?:helo|ehlo|mail from|mail command|rcpt|rcpt to|hello)\b/,
        /need (?:mail|rcpt|helo|ehlo)/,
        near(['say', 'send', 'polite'], 10, ['hello', 'helo', 'ehlo']),
      ),
      example: '503 5.5.1 RCPT first (#5.5.1)',
      source: 'sisimai',
    },
    {
      id: 'command-disabled',
      pattern: either(
        /(?:command|verb|parameter|argument|option|keyword|request)s?\b.{0,40}\b(?:not (?:implemented|recogni[sz]ed|supported|known|allowed|understood|permitted|valid|available)|un(?:known|recogni[sz]ed|implemented|supported|expected)|invalid|bad|illegal|disabled|too long|out of (?:sequence|order)|missing|required|syntax|error|failed|sequence)/,
        /nested|already (?:specified|given|issued|said|have|got)|duplicate (?:helo|mail|sender)|unimplemented|not implemented|command line too long|line too long/,
      ),
      example: '502 5.5.1 VRFY command is disabled',
      source: 'programs',
    },
    {
      id: 'command-not',
      pattern: /command (?:not|un|is not|out|param|line)/,
      example: '550 command output:',
      source: 'sisimai',
    },
  ],
});
