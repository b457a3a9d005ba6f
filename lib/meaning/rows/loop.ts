import { either } from '../phrase';
import { rowsOf } from '../row';

/** The message goes in a circle. */
export const LOOP = rowsOf('loop', {
  loop: [
    {
      id: 'loops',
      pattern: either(
        /\bloop(?:s|ing|ed)?\b(?:.{0,20}(?:detect|back|myself|itself|found|suspect))?/,
        /delivered-to .{0,40}(?:already|loop|twice)|already been delivered|points? back to (?:me|us|this|itself)|(?:mx|mail) (?:list )?(?:for .{0,60} )?(?:loops?|points?) back|best mx host|cyclic|circular/,
        /same (?:message|mail) .{0,20}(?:twice|again|already)/,
      ),
      example: '554 mail is looping',
      source: 'google',
    },
    {
      id: 'too-many-hops',
      pattern: /too many (?:hops|received|mta|forward\w*|relays|redirect\w*)/,
      example: '550 too many hops',
      source: 'programs',
    },
    {
      id: 'hop-count-exceeded',
      pattern:
        /hop ?(?:count|limit|s)\b.{0,24}(?:exceed\w*|too|reached|limit)|exceed\w*.{0,30}\bhops?\b|maximum hops?|max\w* hop/,
      example: '554 5.4.6 Hop count exceeded',
      source: 'memory',
    },
    {
      id: 'forwarded-too-many-times',
      pattern: /(?:forwarded|relayed|passed|redirected) too (?:many times|often)/,
      example: '550 message forwarded too many times',
      source: 'memory',
    },
  ],
});
