import { ENDED_LISTS } from '@/lib/blocklists/ended-lists';
import { either } from '../phrase';
import { type Row, rowsOf } from '../row';

const BY_RECIPIENT = { side: 'recipient', whoActs: 'recipient-admin' } as const;

/** The list is asked in a way that it does not answer: nobody is listed. */
const REFUSED_QUERIES = rowsOf('system-error', {
  'list-trouble': [
    {
      id: 'list-refuses-resolver',
      pattern: either(
        /\bopen resolver\b/i,
        /\/returnc\/(?:pub|vol)\b/i,
        /\bquer(?:y|ies) (?:via|from|through|using) (?:a |an )?(?:public|open)(?:\/open)? (?:dns )?resolvers?\b/i,
        /\bdns(?:bl|wl|rbl)-block\b/i,
        /\b127\.255\.255\.254\b/,
        /\buribl\.com\/refused\b/i,
        // What both answer to those who may not ask.
        /\b(?:uribl|surbl)\.(?:com|org)\b.{0,40}\b127\.0\.0\.1(?![\d.]*\d)/i,
      ),
      ...BY_RECIPIENT,
      says: 'a blocklist does not answer it, and it takes that for a listing',
      meaning:
        'Nobody is listed. The blocklist refuses queries through a public or open DNS resolver, and the receiving server takes that answer for a listing.',
      fix: 'The administrator of the recipient’s side lets the mail server use a DNS resolver of its own, or a key of the list. It should reject only for the answers that mean a listing.',
      example: '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked; Error: open resolver',
      source: 'spamhaus',
      page: 'www.spamhaus.org/faqs/dnsbl-usage',
    },
    {
      id: 'list-refuses-many-queries',
      pattern: either(
        /\b(?:excessive|too many) (?:number of )?(?:dns )?quer(?:y|ies)\b/i,
        /\bquery (?:limit|volume|rate)(?: limit)? (?:exceeded|reached|too high)\b/i,
        /\bexceed\w*\b.{0,40}\b(?:free |daily )?query (?:limit|volume|quota)\b/i,
        /\b127\.255\.255\.255\b/,
      ),
      ...BY_RECIPIENT,
      says: 'a blocklist does not answer it, and it takes that for a listing',
      meaning:
        'Nobody is listed. The blocklist refuses queries because too many come from the resolver of the receiving server, which takes that answer for a listing.',
      fix: 'The administrator of the recipient’s side asks the list through a DNS resolver of its own, or pays for its volume. It should reject only for the answers that mean a listing.',
      example: '554 5.7.1 Client host [192.0.2.1] blocked using list.example; Excessive number of queries',
      source: 'spamhaus',
      page: 'www.spamhaus.org/faqs/dnsbl-usage',
    },
    {
      id: 'list-name-mistyped',
      pattern: /\b127\.255\.255\.252\b/,
      ...BY_RECIPIENT,
      says: 'a blocklist does not answer it, and it takes that for a listing',
      meaning:
        'Nobody is listed. The receiving server asks for the blocklist under a wrong name, and takes the answer that says so for a listing.',
      fix: 'The administrator of the recipient’s side corrects the name of the list in the configuration. The server should reject only for the answers that mean a listing.',
      example: '550 5.7.1 192.0.2.1 is listed: 127.255.255.252',
      source: 'spamhaus',
      page: 'www.spamhaus.org/faqs/dnsbl-usage',
    },
  ],
});

/** The list that is named has ended. */
const ENDED = rowsOf('blocked', {
  'list-trouble': ENDED_LISTS.map(({ domain, ended, source }) => ({
    id: `ended-list.${domain}`,
    pattern: new RegExp(
      String.raw`(?:^|[^\w-])(?:[\w-]{1,63}\.){0,4}${domain.replaceAll('.', '\\.')}(?![\w-])`,
      'i',
    ),
    ...BY_RECIPIENT,
    says: `it asks ${domain}, a blocklist that has ended`,
    meaning: `The receiving server asks a blocklist that no longer exists: ${domain} was closed (${ended}). Such a list may list everybody.`,
    fix: `The administrator of the recipient’s side takes ${domain} out of the configuration of the mail server. Nobody can remove an address from a closed list.`,
    example: `554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.${domain}`,
    source: 'ended-lists' as const,
    page: source,
  })),
});

/** Blocklists that say nothing of the sender. */
export const LIST_TROUBLE: readonly Row[] = [...REFUSED_QUERIES, ...ENDED];
