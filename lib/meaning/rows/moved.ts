import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** The mailbox has another address. */
export const MOVED = rowsOf('moved', {
  moved: [
    {
      id: 'has-moved',
      pattern: either(
        /has (?:moved|left)/,
        /\bno longer (?:works?|employed|with (?:us|the|this)|at this)/,
        /no longer (?:works|employed|with|at)/,
      ),
      example: '551 5.1.6 Recipient has moved',
      source: 'memory',
    },
    {
      id: 'user-moved',
      pattern: either(
        /(?:user|mail ?box|recipient|address|account|person|mail)\b.{0,40}\b(?:has |have |is |was )?(?:moved|relocated|changed)\b/,
        near(['user', 'mail ?box', 'recipient', 'address', 'account'], 40, [
          'has moved',
          'moved to',
          'changed (?:to|address)',
          'new address',
          'relocated',
          'has changed',
        ]),
        /no forwarding/,
      ),
      example: '550 5.1.6 user moved, please update your address book',
      source: 'memory',
    },
    {
      id: 'other-address',
      pattern: either(
        /please (?:use|try|send|update|contact)\b.{0,30}\baddr\b/,
        /(?:new|forwarding|changed|current) (?:e-?mail )?address/,
        /please (?:try|forward|use) (?:the )?(?:new )?addr/,
        /user not local;? (?:will|please)/,
      ),
      example: '551 User not local; please try <jo@example.net>',
      source: 'memory',
    },
  ],
});
