import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** Lists and groups that do not take the message. */
export const MAILING_LIST = rowsOf('mailing-list', {
  members: [
    {
      id: 'members-only',
      pattern: either(
        /\b(?:must be|only|not|aren't|are not) (?:a |an |the |list )?(?:subscribe[rd]s?|members?)\b.{0,60}/,
        /only (?:\w+ ){0,2}(?:members|subscribers)/,
        /(?:members|subscribers|moderators?) (?:of .{0,40} )?only/,
        /not subscribed/,
      ),
      example: '550 Only members may write to this group',
      source: 'sisimai',
    },
    {
      id: 'posting-not-allowed',
      pattern: either(
        /posting(?: to .{0,40})? (?:is )?(?:not (?:allowed|permitted)|denied|restricted)/,
        /not (?:allowed|permitted|authori[sz]ed) to post/,
        /permission to post/,
      ),
      example: '550 posting not allowed',
      source: 'memory',
    },
    {
      id: 'closed-list',
      pattern: either(
        /(?:mailing ?list|distribution (?:list|group)|\bgroup)\b.{0,60}(?:only|restrict|closed|moderat|member|not (?:allowed|permitted|authori|accept)|denied|outside|external|internal)/,
        /(?:senders?|mail|messages?) (?:from )?outside (?:of )?(?:the |this |your )?(?:organi[sz]ation|company|domain).{0,60}(?:list|group)/,
      ),
      example: '550 5.7.2 This distribution list does not accept mail from outside',
      source: 'memory',
    },
    {
      id: 'non-members',
      pattern: /non-?members?\b|non-?subscribers?\b/,
      example: '550 Post denied: non-members may not write to list',
      source: 'memory',
    },
  ],
  list: [
    {
      id: 'list-words',
      pattern: either(
        near(
          [
            'mailing ?list',
            'distribution (?:list|group)',
            String.raw`\blist\b`,
            String.raw`\bgroup\b`,
            'members?',
          ],
          60,
          [
            'only',
            'not (?:allowed|permitted|authori|a member|accept|subscri)',
            'restrict',
            'closed',
            'moderat',
            'expan',
            'post',
            'member',
          ],
        ),
        /not (?:a )?(?:member|subscrib)/,
        /only (?:members|subscribers)/,
        /(?:not (?:allowed|permitted|authori[sz]ed)|permission) to post/,
      ),
      example: '550 mailing list expansion problem',
      source: 'sisimai',
    },
  ],
});
