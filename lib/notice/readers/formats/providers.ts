import type { TextFormat } from './format';

/** Providers of mailboxes and of sending, where their form is not that of the software they use. */
export const PROVIDERS: readonly TextFormat[] = [
  { name: 'Gmail', begins: /^delivery to the following recipients? failed permanently/i },
  { name: 'Gmail', begins: /^delivery to the following recipients? has been delayed/i, action: 'delayed' },
  {
    name: 'Zoho',
    begins: /could not be delivered to one or more of its recipients\. this is a permanent error\.?\s*$/i,
  },
  { name: 'Yahoo', begins: /unable to deliver (?:your )?message to the following address/i },
  {
    name: 'AOL',
    begins: /^your mail to the following recipients could not be delivered/i,
    hasOwnMailboxes: true,
  },
  {
    name: 'Amazon SES',
    begins: /^an error occurred while trying to deliver the mail to the following recipients/i,
  },
  { name: 'SendGrid', begins: /^(?:the following recipients? (?:bounced|could not be delivered))/i },
];
