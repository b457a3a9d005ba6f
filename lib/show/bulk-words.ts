import type { OutlookReason, Provider, RuleCode, RuleView } from '@/lib/message/message-view';

/** What each demand is, and what to do where it is not met or not known. */
export const RULE_WORDS: Readonly<Record<RuleCode, { title: string; fix: string }>> = {
  spf: { title: 'SPF passes', fix: 'Add the sending address to the SPF record of the envelope domain.' },
  dkim: { title: 'DKIM passes', fix: 'Sign with the domain of From, and publish the key.' },
  'dmarc-record': {
    title: 'DMARC record',
    fix: 'Publish v=DMARC1; p=none; rua=mailto:… at _dmarc below the domain of From.',
  },
  alignment: {
    title: 'From is aligned with SPF or DKIM',
    fix: 'Let the sending service sign with your domain, or use a bounce domain below yours.',
  },
  'reverse-name': {
    title: 'The sending address has a name that leads back to it',
    fix: 'Whoever runs the address sets its PTR record, and that name has the address.',
  },
  tls: {
    title: 'The last hop was encrypted',
    fix: 'Let the sending server use STARTTLS whenever it is offered.',
  },
  unsubscribe: {
    title: 'One-click unsubscribe, for marketing mail',
    fix: 'Send List-Unsubscribe with an https link, List-Unsubscribe-Post: List-Unsubscribe=One-Click, and sign both (RFC 8058).',
  },
  from: { title: 'One valid address in From', fix: 'Write exactly one From with one address.' },
};

/** Why a demand is not known to be met. */
export function unknownWords({ code }: RuleView): string {
  switch (code) {
    case 'tls':
      return 'The receiver did not write down whether the connection was encrypted.';
    case 'spf':
      return 'The message names no Return-Path or no public sending address, or a name server did not answer.';
    case 'reverse-name':
      return 'The message names no public sending address, or a name server did not answer.';
    default:
      return 'A name server did not answer.';
  }
}

export const PROVIDER_WORD: Readonly<Record<Provider, string>> = {
  gmail: 'Gmail',
  yahoo: 'Yahoo',
  microsoft: 'Microsoft',
};

/** Where they say so, and since when it is in force: by copies and reports of these pages, which were not opened themselves. */
export const PROVIDER_SOURCES: readonly { by: Provider; title: string; url: string; since: string }[] = [
  {
    by: 'gmail',
    title: 'Email sender guidelines',
    url: 'https://support.google.com/mail/answer/81126',
    since: 'in force since February 2024, for more than 5,000 messages a day',
  },
  {
    by: 'yahoo',
    title: 'Sender best practices',
    url: 'https://senders.yahooinc.com/best-practices/',
    since: 'in force since February 2024, for bulk senders',
  },
  {
    by: 'microsoft',
    title: 'Outlook’s requirements for high-volume senders',
    url: 'https://techcommunity.microsoft.com/blog/microsoftdefenderforoffice365blog/strengthening-email-ecosystem-outlook%E2%80%99s-new-requirements-for-high%E2%80%90volume-senders/4399730',
    since:
      'in force since May 2025, for more than 5,000 messages a day to outlook.com, hotmail.com and live.com',
  },
];

/** Why Microsoft may answer "550 5.7.515", by what was found. */
export const OUTLOOK_WORDS: Readonly<Record<OutlookReason, string>> = {
  'no-record': 'The domain of From has no DMARC record. Microsoft wants at least p=none.',
  spf: 'SPF does not pass. Microsoft wants SPF and DKIM to pass, where for DMARC one of both suffices.',
  dkim: 'No DKIM signature passes. Microsoft wants SPF and DKIM to pass, where for DMARC one of both suffices.',
  'not-aligned':
    'SPF or DKIM may well pass, but for another domain than that of From: each looks right by itself, and DMARC fails.',
  'one-aligned':
    'DMARC passes by one of both alone. Microsoft prefers both: when that one breaks on the way (forwarding breaks SPF, a footer breaks DKIM), DMARC fails there.',
};
