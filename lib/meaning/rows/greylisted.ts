import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** Newcomers come back later. */
export const GREYLISTED = rowsOf('greylisted', {
  greylisting: [
    {
      id: 'greylist',
      pattern: either(
        /\bgr[ae]y[ -]?list/,
        /postgrey/,
        /milter-greylist|sqlgrey|policyd|gld:|\bgl(?:ist)?d\b/,
        /\btriplet\b/,
      ),
      example: '421 4.3.0 Greylist in effect',
      source: 'programs',
    },
    {
      id: 'first-time',
      pattern: either(
        /(?:first|initial|new|unknown|unseen) (?:time |attempt|contact|delivery attempt|encounter|triplet|sender\/recipient|mail from you|connection from).{0,80}\b(?:retry|again|later|defer|delay|tempor|wait)/,
        /(?:temporar\w+|deferred|delayed|retry|again|later|wait).{0,80}\b(?:first (?:time|attempt|contact)|new triplet|unknown triplet|triplet)/,
      ),
      example: '451 4.3.0 Temporarily rejected, first time sender, please retry in five',
      source: 'memory',
    },
    {
      id: 'unknown-senders',
      pattern: either(
        /(?:delay\w*|defer\w*|tempor\w+) .{0,20}\b(?:unknown|new|unseen|first-?time) (?:senders?|hosts?|clients?|servers?)\b/,
        /(?:delay\w*|defer\w*)\b.{0,30}\b(?:you are|sender is|host is|server is) (?:unknown|new)\b/,
        /\bnot yet (?:authori[sz]ed|known|trusted|seen|white ?listed)\b/,
        /not (?:yet )?(?:authori[sz]ed|known|recogni[sz]ed|seen|permitted)\b.{0,80}\b(?:try|retry|come back|resend)\b.{0,20}\b(?:later|again|few|shortly|minutes?|soon)/,
      ),
      example: '450 4.2.0 Temporary delay for unknown senders; come again in 10 minutes',
      source: 'memory',
    },
    {
      id: 'new-sender',
      pattern: either(
        /\b(?:first (?:time|contact)|(?:new|unknown) (?:sender|triplet))\b.{0,60}\btry again/,
        near(['try again', 'retry', 'come back'], 60, [
          'first (?:time|contact)',
          'unknown (?:sender|triplet)',
          'new (?:sender|triplet)',
          'sender not yet',
        ]),
        /(?:please )?(?:wait|retry (?:in|after)|try again (?:in|after)|come back (?:in|after)) (?:at least )?\d+ ?(?:s|sec|seconds|m|min|minutes|hours?)\b.{0,30}(?:unknown|new|first|sender)/,
        /deferr?(?:ed|al|ing) (?:for|as|by) (?:\w+ )?(?:\d+ (?:seconds|minutes)|unknown (?:host|sender))/,
      ),
      example: '451 4.7.1 New sender, please try again in 5 minutes',
      source: 'memory',
    },
  ],
});
