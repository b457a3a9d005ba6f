import type { TextFormat } from './format';

/** Mail servers: what stands in their own templates. */
export const MTAS: readonly TextFormat[] = [
  {
    name: 'Postfix',
    begins: /^\s*the (?:mail system|postfix program)\s*$/i,
    ends: /^(?:final-recipient|reporting-mta):/i,
  },
  { name: 'qmail', begins: /this is (?:a permanent error; I've given up|the qmail-send program at)/i },
  { name: 'qmail', begins: /^I'm afraid I wasn't able to deliver your message to the following addresses/i },
  {
    name: 'Exim',
    begins:
      /has not yet been delivered (?:to|is|are)|address(?:es)? to which the message has not yet been delivered/i,
    action: 'delayed',
  },
  { name: 'Exim', begins: /^(?:.*\b)?the following address(?:\(es\)|es)? (?:have )?failed:?\s*$/i },
  { name: 'Exim', begins: /could not be delivered to (?:one or more of its\s*$|all of its)/i },
  {
    name: 'Sendmail',
    begins: /--- ?the following addresses had (?:permanent (?:fatal )?errors?|fatal errors)/i,
    ends: /--- ?transcript of session|^\s*---/i,
  },
  {
    name: 'Sendmail',
    begins: /--- ?the following addresses had (?:transient|deferred)/i,
    ends: /--- ?transcript of session|^\s*---/i,
    action: 'delayed',
  },
  {
    name: 'Sendmail',
    begins: /--- ?the following addresses had delivery problems/i,
    ends: /--- ?transcript of session|^\s*---/i,
  },
  {
    name: 'Courier',
    begins: /^your message to the following recipients? (?:can ?not|could not) be delivered/i,
  },
  {
    name: 'OpenSMTPD',
    begins:
      /^\s*(?:an error has occurred while attempting to deliver a message for|the following list of recipients:?\s*$)/i,
  },
  { name: 'Smail', begins: /--- ?failed addresses follow: ?---/i, ends: /--- ?message text follows/i },
  { name: 'PowerMTA', begins: /immediately below you will find a list of the affected recipients/i },
  { name: 'MailMarshal', begins: /^the following recipients were affected/i },
  { name: 'Courier', begins: /^\s*UNDELIVERABLE MAIL\s*$/ },
  { name: 'Yahoo', begins: /I'm afraid I wasn't able to deliver the following message/i },
];
