import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** The mailbox has no room. */
export const MAILBOX_FULL = rowsOf('mailbox-full', {
  quota: [
    {
      id: 'file-too-large',
      pattern: /\b(?:error writing message|write error): file too large\b/,
      meaning: 'The mailbox file has reached its size limit.',
      example:
        'cannot append message to destination file /var/mail/jim: error writing message: File too large',
      source: 'postfix-source',
    },
    {
      id: 'not-enough-space',
      pattern: either(
        /\b(?:disk ?space|domain ?disk) quota\b/,
        /\b(?:account|user|mail ?box|recipient|addr)(?:\(s\))?\b.{0,24}\b(?:not|n't) have enough (?:disk )?(?:space|storage|room)\b/,
      ),
      example: '552 The account does not have enough space for this message',
      source: 'sisimai',
    },
    {
      id: 'mailbox-full',
      pattern:
        /(?:mail ?box|inbox|account) (?:is )?(?:currently |temporarily )?(?:full\b|over (?:its |the )?(?:quota|limit))/,
      example: '550 5.7.1 recipient mailbox full',
      source: 'programs',
    },
    {
      id: 'quota-exceeded',
      pattern: /\bquota\b.{0,20}(?:exceed|full|reached|exhaust)/,
      example: '550 Mail quota exceeded',
      source: 'programs',
    },
    {
      id: 'overquota',
      pattern: either(/\bover ?-?quota\b/, /messages in (?:\S+ ){0,3}(?:mail ?box|inbox)/),
      example: '554 Overquota: account jim',
      source: 'field-manual',
    },
    {
      id: 'over-its-limit',
      pattern: either(
        /(?:mail ?box|inbox|account|user)\b.{0,12}\b(?:over|above|beyond|exceed\w*) (?:its |the |his |their |allowed |maximum |max |disk )*(?:size|limit|quota|storage|capacity|space|allocation)/,
        /overdrawn on storage/,
      ),
      example: '550 5.2.2 user jo over disk quota',
      source: 'sisimai',
    },
    {
      id: 'no-more-space',
      pattern:
        /(?:mail ?box|inbox|account|user|recipient)\b.{0,30}\b(?:no (?:more )?(?:storage|space|room)|out of (?:storage|space|room|quota)|(?:has )?(?:reached|exceeded) (?:its|the|his|their) (?:message count |storage |mailbox |size |maximum |allowed )*(?:limit|quota|size|capacity))/,
      example: "550 recipient's mailbox has no more space",
      source: 'google',
    },
    {
      id: 'mailbox-size-limit',
      pattern: /(?:mail ?box|inbox) (?:size|storage|disk) limit/,
      example: '550 Mailbox size limit exceeded',
      source: 'sisimai',
    },
    {
      id: 'quota-first',
      pattern: /^quota\b/,
      example: '550 Quota: limit 1024 MB used 1024 MB',
      source: 'sisimai',
    },
    {
      id: 'quota-used-up',
      pattern: /\bquota\b.{0,20}(?:used up|over|consumed|depleted|surpassed)/,
      example: '451 4.2.2 user eva: mailbox quota used up (104857600 bytes)',
      source: 'memory',
    },
    {
      id: 'mailbox-space',
      pattern:
        /(?:mail ?box|inbox) (?:disk )?space|\bspace (?:is )?not enough|not enough (?:disk )?space in|\bfree space (?:in|of)\b.{0,16}\b(?:mail ?box|inbox|account)/,
      example: '551 5.2.2 insufficient mailbox space',
      source: 'memory',
    },
    {
      id: 'exceeds-quota',
      pattern: /exceed\w*.{0,20}quota/,
      example: '550 5.2.2 Message exceeds mailbox quota',
      source: 'memory',
    },
  ],
  full: [
    {
      id: 'storage-exceeded',
      pattern: either(
        near(
          ['quota', 'disk space', 'storage', 'mail ?box', 'inbox', 'account', 'maildir', 'user', 'recipient'],
          60,
          [
            'overdrawn',
            'exhausted',
            'used up',
            'over(?: the| its| his| their| allowed| disk| storage| mail)* (?:quota|limit|allocation|size)',
            'out of (?:disk |storage |mail )?(?:quota|space|storage|room)',
            String.raw`(?:would|will|has|have) exceed\w*`,
            'is over',
            'no (?:more )?(?:space|room)(?: left)?',
            'not enough (?:free |disk |storage )?(?:space|room)',
            'insufficient (?:free |disk |storage )?(?:space|room|storage|quota)',
            'size limit',
            'too (?:big|large|full|many (?:messages|mails))',
            '(?<!recipients? )limit exceeded',
            'reached (?:its|the|his|their|maximum)',
          ],
        ),
        /\b(?:exceed|over)\w*\b.{0,30}\bquota/,
        /over ?quota/,
        /over its (?:storage |mail ?box )?(?:limit|quota)/,
        /exceed\w*.{0,20}(?:storage allocation|allocated storage|disk ?quota|mail ?quota|allowed storage|mailbox (?:size|limit))/,
      ),
      example: '554 User has exceeded mailbox limits',
      source: 'sisimai',
    },
    {
      id: 'user-storage-full',
      pattern: near(
        [
          'mail ?box',
          'mail ?store',
          'inbox',
          'account',
          'user',
          'recipient',
          'quota',
          'storage',
          'disk',
          'folder',
          'maildir',
        ],
        60,
        [
          String.raw`full\b`,
          'over ?(?:quota|its quota|the quota|storage|size limit)',
          String.raw`exceed(?:s|ed|ing)?\b.{0,30}(?:quota|storage|space|allow|limit|size)`,
          'out of (?:storage|space|quota)',
        ],
      ),
      example: "552 5.2.2 The user's storage is full",
      source: 'sisimai',
    },
    {
      id: 'not-enough-storage-space',
      pattern:
        /(?:out of|over|exceed\w*|insufficient|not enough|exhaust\w*|no more) (?:\w+ ){0,4}(?:quota|storage (?:space|allocation|limit)|mail ?box (?:size|space|storage|limit))/,
      example: '550 not enough storage space in',
      source: 'sisimai',
    },
    {
      id: 'mailfolder-full',
      pattern: either(
        /(?:mail ?box|inbox|account|folder|maildir|mailfolder)s? (?:is |was |are |has become |already |currently |almost |too )*full\b/,
        /mailfolder is full/,
        /mail ?box (?:has )?(?:exceeded|exceeds|reached)/,
      ),
      example: '550 mailfolder is full',
      source: 'sisimai',
    },
    {
      id: 'insufficient-space-mailbox',
      pattern: either(
        /(?:space|room)\b.{0,20}\b(?:in|for) (?:the |this |his |her |their )?(?:recipient|user|mail ?box|inbox)/,
        /insufficient (?:disk |storage )?(?:space|quota) in (?:mailbox|account)/,
        /(?:too many (?:messages|mails)|no space).{0,20}(?:on the server|in (?:the |this )?(?:mail ?box|inbox|account))/,
      ),
      example: '452 Insufficient space in mailbox: jo@example.org',
      source: 'memory',
    },
    {
      id: 'quota-words',
      pattern: /quota.{0,30}(?:exceed|full|depass|exced|superad|uberschritten|reached)/,
      example: '554 STOREDRV.Deliver.Exception:QuotaExceededException; mailbox of the',
      source: 'memory',
    },
    {
      id: 'not-enough-disk-space',
      pattern: /not enough (?:disk |storage )?space.{0,30}(?:mailbox|account|user)/,
      example: '550 Not enough disk space 550 5.1.1 <userunknown@bouncehammer.jp>... User',
      source: 'sisimai',
    },
    {
      id: 'full-mailbox',
      pattern: /\bfull (?:mail ?box|inbox|account)/,
      example: '550 full mailbox',
      source: 'sisimai',
    },
    {
      id: 'disk-quota',
      pattern: /disk ?quota/,
      example: '550 recipient reached disk quota',
      source: 'sisimai',
    },
  ],
});
