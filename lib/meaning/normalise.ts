import { fold } from './fold';

/** Characters of a reply that are looked at; RFC 5321 §4.5.3.1.5 allows 512 a line, long ones have eight lines. */
export const MAX_EXAMINED = 4096;

/** Why somebody filters at all: it names spam, and says nothing of this message. */
const PURPOSE =
  /\b(?:to|in order to) (?:best |better )?(?:protect|reduce|prevent|fight|combat|stop)\b[^.,;:]{0,80}[.,;:]/g;

/** What RFC 5321 §4.2.3 has for a code, where the server says more: its own words are the reason. */
const STOCK_WORDS =
  /requested (?:mail )?action (?:not taken|aborted)(?:: (?:mail ?box|local error in processing)(?: unavailable|(?! unavailable))|(?!: (?:mail ?box|local error)))[.:; ]{1,3}(?=[a-z]{3,20} [a-z]{2,20} [a-z]{2,20})(?!(?:for|see|please|more|if) )/;

const ADDRESS = /[<"'(]?(?<![\w.+=*!#$%&/-])[\w.+=*!#$%&/-]{1,64}@[\w.-]{1,253}[>"')]?/g;

/** Names of hosts hold words of their own: `spam-filter.example.org`. Those of blocklists are what is said. */
const HOST =
  /(?<![\w.-])(?=[a-z0-9][a-z0-9-]{0,62}\.)(?![a-z0-9.-]{0,100}?(?:spam|rbl|bl\.|sbl|surbl|uribl|black|block|barracuda|sorbs|abuse|senderbase|reputation|ipcheck|uceprotect|mailspike|invaluement|surriel|\.exe|\.zip))(?:[a-z0-9-]{1,63}\.){1,8}(?:com|net|org|edu|gov|info|biz|io|de|fr|uk|it|es|nl|pl|ru|cn|jp|br|eu|at|ch|be|se|dk|no|fi|cz|ca|au|us|lan|local|example|test|invalid)(?![\w-]|\.\w)/g;

/** Lower case, no accents, one space; addresses, host names and links are taken out, so that their words are not read as speech. */
export function normalise(text: string): string {
  return fold(text.slice(0, MAX_EXAMINED).toLowerCase())
    .replace(/[‘’`´]/g, "'")
    .replace(/https?:\/\/[^\s<>"']{1,300}/g, subjectOf)
    .replace(ADDRESS, ' addr ')
    .replace(HOST, ' fqdn0 ')
    .replace(/[\s_]+/g, ' ')
    .replace(/\bmail(?=(?:server|host|system|service|account|address)s?\b)/g, 'mail ')
    .replace(PURPOSE, ' ')
    .replace(STOCK_WORDS, ' ');
}

/** Links whose address says what they are about. */
const SUBJECTS: readonly (readonly [RegExp, string])[] = [
  [/openspf|\/spf\b|\bspf\./, ' spf '],
  [/dmarc/, ' dmarc '],
  [/gr[ae]ylist|postgrey/, ' greylisting '],
  [/surbl|uribl|spamrl/, ' surbl '],
  [
    /spamhaus|spamcop|dnsbl|\brbl\b|sorbs\.net|barracudacentral|uceprotect|abuseat|senderbase|talosintelligence|csi\.cloudmark|blacklist|blocklist|delist/,
    ' dnsbl ',
  ],
];

function subjectOf(link: string): string {
  return SUBJECTS.find(([pattern]) => pattern.test(link))?.[1] ?? ' ';
}
