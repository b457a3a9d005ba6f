import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** The mailbox is closed. */
export const MAILBOX_DISABLED = rowsOf('mailbox-disabled', {
  disabled: [
    {
      id: 'closed-for-now',
      pattern:
        /(?:mail ?box|account|user|recipient|addr)\b.{0,30}\btemporarily (?:un|not )?(?:available|disabled|locked|inactive|suspended|closed)/,
      says: 'the mailbox takes no mail for now',
      meaning: 'The mailbox exists and takes no mail for now.',
      fix: 'Try again later. If it lasts, the recipient or their administrator opens the mailbox again.',
      example: '450 4.2.1 Mailbox temporarily unavailable',
      source: 'rfc',
    },
    {
      id: 'receiving-disabled',
      pattern:
        /\bis now disabled\b|\bmail receiving (?:is )?disabled\b|\breceiving (?:of )?mail (?:is )?disabled\b/,
      example: '550 mail receiving is disabled for this account',
      source: 'bmh',
    },
    {
      id: 'user-disabled',
      pattern:
        /(?:mail ?box|account|user|recipient|address)\b.{0,30}\b(?:disabled|de-?activated|suspended|locked|frozen|inactive|terminated|dormant)/,
      example: '525 5.7.13 User account disabled',
      source: 'google',
    },
    {
      id: 'disabled-user',
      pattern:
        /(?:disabled|de-?activated|suspended|locked|frozen|inactive|terminated) (?:mail ?box|account|user|recipient)/,
      example: '525 5.7.13 Disabled recipient address',
      source: 'sisimai',
    },
    {
      id: 'on-hold',
      pattern:
        /\b(?:addr|user|customer|subscriber|recipient|account)\b.{0,24}\b(?:has been|is|was|are|been) (?:\w+ly )?(?:suspended|disabled|de-?activated|locked|frozen|blocked by (?:the )?admin\w*|closed|terminated|deleted by|inactive|on hold|not active)/,
      example: "550 This user's mailbox is on hold",
      source: 'memory',
    },
    {
      id: 'user-not-active',
      pattern: /(?:mail ?box|account|user|recipient) (?:is |was )?(?:not|no longer) activ/,
      example: '550 user not active',
      source: 'bmh',
    },
  ],
  closed: [
    {
      id: 'closed-user',
      pattern: either(
        near(
          ['mail ?box', 'account', 'user', 'recipient', 'address', 'e-?mail', 'alias', 'customer', 'domain'],
          60,
          [
            'disabled',
            'inactive',
            'suspend',
            'deactivat',
            'de-activat',
            'locked',
            'frozen',
            'closed',
            'terminated',
            'blocked',
            'unavailable due to inactivity',
            'dormant',
            'expired',
            'not active',
            'no longer active',
            'on hold',
            'cancel',
            'not activated',
            'not currently accept',
            'temporarily (?:disabled|locked|unavailable|inactive)',
            'not (?:accepting|receiving|allowed to receive|able to receive)',
          ],
        ),
        /account (?:that you tried to reach )?is (?:disabled|inactive|over)/,
        /(?:user|recipient|mail ?box) (?:is )?(?:not enabled|has been put on hold|on vacation)/,
      ),
      example: "554 Recipient's account has expired",
      source: 'field-manual',
    },
    {
      id: 'blocked-mailbox',
      pattern: either(
        near(
          [
            'disabled',
            'inactive',
            'suspended',
            'deactivated',
            'locked',
            'closed',
            'expired',
            'frozen',
            'dormant',
            'blocked',
          ],
          16,
          ['mail ?box', 'account', 'user', 'recipient', 'address'],
        ),
        /(?:disabled|de-?activated|inactive|suspended|locked|frozen|closed|terminated|dormant|expired|cancell?ed|discontinued|blocked) (?:mail ?box|account|user|recipient|address|customer)/,
        /(?:mail ?box|account|user|recipient) (?:administratively |temporarily |permanently )?(?:disabled|de-?activated|inactive|suspended|locked|frozen|terminated|dormant|expired|cancell?ed|discontinued|closed)/,
      ),
      example: '550 envelope blocked - user entry',
      source: 'sisimai',
    },
    {
      id: 'inactivity',
      pattern: either(
        /\binactive\b|(?:due to|extended|for|long|prolonged) inactivity/,
        /non-?payment/,
        /billing/,
        /unpaid/,
      ),
      example: '550 extended inactivity new mail is not currently being accepted for',
      source: 'memory',
    },
    {
      id: 'mailbox-restricted',
      pattern:
        /(?:mail ?box|account|user|recipient|address|e-?mail|subscriber|customer|inbox)\b.{0,40}\b(?:has been |is |was |have been |been |currently |temporarily |administratively |permanently )+(?:disabled|de-?activated|inactive|suspended|locked|frozen|closed|terminated|blocked|expired|cancel\w+|on hold|restricted|unavailable due|archived|quarantined|shut ?down|dormant|not active\w*|decommissioned|discontinued|abandoned|stopped)/,
      example: '553 mailbox xxxxx@yourdomain.com is restricted',
      source: 'bmh',
    },
    {
      id: 'not-active',
      pattern: /(?:not|no longer) (?:been )?activ(?:e|ated)/,
      example: '550 service not active',
      source: 'sisimai',
    },
    {
      id: 'not-permitted-to-receive',
      pattern: either(
        /(?:mail ?box|account|user|recipient)\b.{0,30}\b(?:not|does(?:n't| not)|no longer|cannot|can't|never) (?:currently )?(?:accept|receiv|allowed to receive|able to receive|permitted to receive|enabled|tak)\w*/,
        /refuses? to accept (?:any )?(?:mail|messages)/,
      ),
      example: '550 5.7.1 Recipient not permitted to receive external mail',
      source: 'memory',
    },
  ],
});
