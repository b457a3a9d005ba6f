import { either, near } from '../phrase';
import { rowsOf, saying } from '../row';

const LISTED = 'the sending server is blocklisted';
const BAD_REPUTATION = {
  says: 'the sending server has a bad reputation',
  meaning: 'The address or name of the sending server has a bad reputation there.',
  fix: 'Find out what this address sends that nobody wants, and end it. Then ask where the reply says, or wait: a reputation recovers slowly.',
};

/** Nothing is said of a list. */
const OF_NO_LIST = {
  says: 'the sending server is refused there',
  meaning:
    'The server refuses the address, the name or the network of the sending server, and names no blocklist.',
  fix: 'Look whether the address is on a blocklist, and what is sent from its network. If there is nothing, the administrator of the recipient’s side finds the rule that refuses it.',
} as const;

/** The sending machine is on a list, or has a bad name. */
export const BLOCKED = rowsOf('blocked', {
  refusal: [
    {
      id: 'refused-before-sender',
      pattern: /refus|denied|reject|block|not (?:allowed|permitted|authori[sz]ed|accept|welcome)/,
      stages: ['greeting', 'ehlo'],
      side: 'unknown',
      whoActs: 'unknown',
      meaning:
        'The server refused the connection before a sender or recipient was named: it blocks this address, or lets nobody in.',
      example: '550 Rejected',
      source: 'rfc',
    },
  ],
  listed: [
    {
      id: 'whole-network',
      says: 'the network of the sending server is blocklisted',
      pattern: /\bdnsbl.?[23]\.? ?uceprotect|\buceprotect\b.{0,20}\b(?:level ?-?|l)[23]\b/,
      meaning:
        'The whole network is on a list, because others in it sent spam. The list says nothing of this server itself.',
      fix: 'Only the provider of the network can end this. Until then, send through a server in another network, or ask the recipient’s side not to refuse mail for this list alone.',
      example: '550 5.7.1 192.0.2.1 is listed at dnsbl-3.uceprotect.net',
      source: 'uceprotect',
    },
    {
      id: 'country',
      side: 'unknown',
      whoActs: 'recipient-admin',
      says: 'mail from this country is refused there',
      pattern: either(
        near(['countr(?:y|ies)', 'geo-?(?:ip|location|graphic\\w*)'], 40, [
          'block\\w*',
          'bann?(?:ed)?\\b',
          'not (?:allowed|permitted|authori[sz]ed|welcome|accepted|trusted|wanted)',
          'denied',
          'refused',
          'rejected',
          'restrict\\w*',
        ]),
        /\bgeo-?block/,
      ),
      meaning: 'A rule there refuses mail by the country of the sending address.',
      fix: 'The administrator of the recipient’s side lets this address in. Until then, send through a server in another country.',
      example: '550 Mail from your country is not accepted here',
      source: 'sisimai',
    },
    {
      id: 'this-address-blocked',
      pattern: either(
        /\b(?:this|that|the (?:sending|client|connecting|source)) (?:ip|host|server|network)(?: address)? (?:is |has been |was )(?:\w+ ){0,2}(?:blocked|banned)\b/,
        /\bclient host blocked\b|\b(?:ip source|source ip)\b.{0,12}\b(?:bloque|blocked)/,
        /\bblocked for (?:abuse|spam\w*)\b/,
        /\bbad ip (?:profile|reputation|score)\b/,
      ),
      example: '554 This IP has been temporarily blocked for sending too much spam',
      source: 'sisimai',
    },
    {
      id: 'use-the-relay-of-the-provider',
      pattern: either(
        /\bdynamic ip\b(?! (?:host ?)?name)/,
        /\bbypassing (?:the |your )?(?:service )?provider'?s? (?:mail )?(?:relay|server)\b/,
        /\b(?:use|through|via) (?:the |your )?(?:smtp |mail |outgoing )?(?:server|relay|gateway|smarthost) of your (?:isp|provider)\b/,
      ),
      meaning:
        'The server takes no mail straight from this kind of address: it counts as that of an end user, not of a mail server.',
      fix: 'Send through the mail server of the provider, or from an address that is registered for mail servers and has a reverse name of its own.',
      example: '554 5.7.1 Please use the smtp server of your ISP',
      source: 'sisimai',
    },
    {
      id: 'blocklist',
      says: LISTED,
      pattern: either(
        /\bdul\b|\bdnsrbl\b|\brbls?\b|\bdnsbls?\b|blacklists?|blocklists?/,
        /\bblack ?-?list/,
        /\bblock ?-?list/,
        /\bdeny ?-?list/,
        /(?:block|black|deny|ban|drop|reject|grey)[ -]?listed?(?! domain of)\b/,
        /real ?-?time (?:block|black|dns)/,
      ),
      example: '521 5.2.1 : (AXB) DNSBL',
      source: 'programs',
    },
    {
      id: 'list-by-name',
      says: LISTED,
      pattern: either(
        /spamhaus/,
        /spamcop/,
        /sorbs/,
        /uceprotect/,
        /senderscore/,
        /\bxbl\b/,
        /\bsbl\b/,
        /\bpbl\b/,
        /barracuda ?(?:central|reputation)/,
        /invaluement/,
        /\bpsbl\b/,
        /mailspike/,
        /\bcbl\b/,
        /abuseat/,
        /spamrats/,
        /\bnixspam\b/,
        /\b(?:sbrs|bsf|brbl|apews|spews|njabl|ordb|dsbl|ahbl|lashback|backscatterer|hostkarma|cxbl|sem(?:black|fresh)|truncate|gbudb|dnswl|rhsbl|surriel|s5h|zen|css|drop list|nsabl|wpbl|anonmails|blocklist\.de|dan\.me|tornevall|abusix|ers|rbl\+|ix\.dnsbl|drbl|spameatingmonkey|spamsources|kundenserver blacklist)\b/,
      ),
      example: '550 Blocked by SORBS',
      source: 'field-manual',
    },
    {
      id: 'server-blocked',
      pattern:
        /(?:\[?\d{1,3}(?:\.\d{1,3}){3}\]?|your (?:ip|network|server|host|address|system|isp|mail ?server)(?: address)?)\b.{0,30}\b(?:is |are |has been |have been |was |currently |temporarily |been )+(?:blocked|banned|black ?listed|refused|rejected|denied)/,
      example: '554 Email from your server is blocked',
      source: 'memory',
    },
    {
      id: 'poor-reputation',
      ...BAD_REPUTATION,
      pattern: near(['poor', 'bad', 'low', 'negative', 'suspicious', 'reduced', 'insufficient'], 16, [
        'reputation',
        'senderbase',
        'sender ?score',
        'karma',
      ]),
      example: '554 Your IP has a poor reputation',
      source: 'sisimai',
    },
    {
      id: 'blocked-using',
      pattern: /block(?:ed|ing) using/,
      example: '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using',
      source: 'programs',
    },
    {
      id: 'spammer',
      pattern:
        /(?:spam ?trap|spam source|source of spam|known spam|spammer|spammers?' ?(?:ip|network|host)|spamming (?:ip|host|address)|spam(?:my)? (?:ip|host|address|relay|network|gang|haus))/,
      example: '550 5.7.1 Client host rejected: spammer',
      source: 'sisimai',
    },
    {
      id: 'network-sends-spam',
      pattern:
        /\bspam\b.{0,30}\bfrom (?:your|this|that|the same) (?:\w+ )?(?:ip|host|server|network|address|subnet|range|domain|system|isp)|your (?:\w+ ){0,2}(?:subnet|network|host|ip|server|range|address|system)\b.{0,20}\b(?:sends?|sent|sending|spam\w*|emit\w*)\b/,
      example: '571 Blocked: your net range has been sending spam',
      source: 'memory',
    },
    {
      id: 'listed',
      says: LISTED,
      pattern: either(
        /(?<!not )\blisted (?:in|on|at|by|as)/,
        /(?:ip|address|host|server|network|range|subnet|netblock|connection)\b.{0,40}\blisted\b/,
        /\blisted\b.{0,30}\b(?:as (?:a )?(?:spam|open|dynamic|dial|bad)|in (?:a |an |the |our )?(?:dns|real|rbl|block|black|spam|local))/,
        /(?:you|ip|address|host|server|domain|sender|network|\]|\d|addr|fqdn0) (?:is|are|was) listed\b/,
        /found (?:in|on) (?:\w+ ){0,3}(?:dnsbl|dns (?:black|block)|rbl|list|black|block)/,
        /list of (?:\w+ )?(?:spam\w*|block\w*|bad|abus\w*|open|banned|rejected) /,
      ),
      example: '550 5.7.1 Connection refused - 192.0.2.44 is listed at',
      source: 'sisimai',
    },
    {
      id: 'not-to-send-directly',
      pattern: /not authori[sz]ed to send (?:\w+ )?directly/,
      example: '550 5.7.1 using to send email is not authorized to send email directly',
      source: 'google',
    },
    {
      id: 'address-blocked',
      pattern:
        /(?:\[?\d{1,3}(?:\.\d{1,3}){3}\]?|your (?:ip|network|server|host|address|system|isp|mail ?server)(?: address)?)\b.{0,12}\b(?:blocked|banned|black ?listed)\b/,
      example: '450 4.7.1 IP 192.0.2.1 blocked for 1 hour: too many spam messages',
      source: 'sisimai',
    },
    {
      id: 'reputation-score',
      pattern:
        /reputation (?:of|is|score|too|was|has|for|service|block|filter|check|list|based|system|database)/,
      example: '554 SenderBase reputation score too low',
      source: 'memory',
    },
    {
      id: 'for-its-reputation',
      ...BAD_REPUTATION,
      pattern: /(?:due to|because of|by|based on|on) (?:\w+ ){0,4}reputation/,
      example: '571 5.7.1 connection denied by SonicWall GRID network reputation',
      source: 'sisimai',
    },
    {
      id: 'suspicious-range',
      pattern:
        /\bunblock\w*|\bde-?list\w*|removal (?:from|request)|request (?:for )?removal|white ?list (?:request|entry)|suspicious (?:ip|network|subnet|address range|range)\b/,
      example: "553 Your mail server's address matches a suspicious range, ask for a",
      source: 'memory',
    },
    {
      id: 'intrusion-prevention',
      pattern: /intrusion (?:prevention|detection)|fail2ban|brute ?-?force|port ?-?scan/,
      example: '421 4.7.1 Intrusion prevention active for [192.0.2.44]',
      source: 'memory',
    },
  ],
  blocked: saying(OF_NO_LIST, [
    {
      id: 'network-not-accepted',
      pattern: either(
        near(
          [
            'ip',
            'ip address',
            'ip-?address',
            'ips',
            'client host',
            'network',
            'netblock',
            'subnet',
            'range',
            'isp',
            'country',
            'region',
            'sending (?:ip|host|server|domain|system|mta)',
            'your (?:mail ?)?(?:server|domain|system|address|ip|host|provider|organi[sz]ation|network)',
          ],
          60,
          [
            'block',
            'bann?(?:ed)?\\b',
            'barred',
            'blackholed',
            'firewalled',
            'on (?:a |the |our |my |local )+(?:block|black|deny|reject|ban)',
            'not (?:allowed|permitted|authori[sz]ed|welcome|accepted|trusted|wanted) ?(?:to (?:connect|send|deliver|access|use)|here|by|at|on|\\.|$)',
            'denied',
            'refused',
            'rejected',
            'restricted',
            'suspended',
            'reject list',
            'suspicious',
            'abus',
            'sen[dt]\\w* (?:too much |a lot of )?spam',
          ],
        ),
        near(['host', 'server', 'client', 'mta', 'you'], 60, [
          '(?:is|are|been|was|were|temporarily|permanently) (?:\\w+ly )?(?:blocked|banned|barred|blackholed|firewalled)',
          'on (?:a |the |our |my |local )+(?:block|black|deny|reject|ban)',
          'not (?:allowed|permitted|authori[sz]ed|welcome) to (?:connect|(?:send|deliver)(?! (?:mail |messages? )?to (?:th|addr))|access)',
          'sen[dt]\\w* (?:too much |a lot of )?spam',
        ]),
        /(?:blocked|banned)\b.{0,40}\b(?:ip|address|host|network|connection|isp)\b|(?:refus\w+|reject\w+|denied)\b.{0,40}\b(?:ip|isp|your network|ip address)\b/,
        /from \[?\d{1,3}(?:\.\d{1,3}){3}\b.{0,30}\b(?:blocked|banned)/,
        /send(?:ing|er) (?:host|ip|server|mta|domain)\b.{0,30}\b(?:reject|refus|block|ban|denied|not (?:allowed|accepted))/,
      ),
      example: '550 Connections from your region are not accepted',
      source: 'sisimai',
    },
    {
      id: 'access-or-reputation',
      pattern: either(
        near(
          [
            'ip',
            '(?:ip|your|this|sending|client|source) address',
            'host',
            'server',
            'client',
            'network',
            'connection',
            'connections',
          ],
          60,
          [
            'blocked',
            'banned',
            'block list',
            'denied access',
            'reputation',
            'prohibited',
            'not (?:allowed|permitted|authori[sz]ed) to connect',
            'on our (?:block|black)',
          ],
        ),
        near(['reputation'], 30, ['ip', 'address', 'domain', 'sender', 'host', 'server']),
        near(['abus(?:e|ive)'], 30, ['ip', 'address', 'host', 'server', 'network', 'detected from']),
        /(?:spam|complaint)s? (?:source|sent|from (?:your|this))/,
      ),
      example: '554 5.7.1 Client has a reputation problem',
      source: 'sisimai',
    },
    {
      id: 'not-on-allow-list',
      pattern: either(
        /not (?:in|on) (?:the |our )?(?:white|allow) ?-?list/,
        /not authori[sz]ed to send (?:e-?mail |mail )?directly/,
        /contact your (?:isp|internet service provider|provider)/,
        /(?:for|request) (?:de-?listing|removal|un-?block\w*)|to (?:be )?(?:de-?listed|un-?blocked|removed)|\bunblock\b|delist/,
        /refused by (?:local |our |network )?(?:ip|connection|firewall)/,
        /block(?:ed|ing) by (?!(?:the |our |a |your )?(?:\w+ )?(?:polic|recipient|user|admin|rule|filter|content|organi|transport))/,
      ),
      example: '421-4.7.0 IP not in whitelist for RCPT domain, closing connection.',
      source: 'google',
    },
    {
      id: 'mail-from-there',
      pattern: either(
        /(?:mail|messages?|e-?mails?|connections?|traffic|smtp|access) (?:\w+ ){0,3}from (?:\w+ ){0,6}(?:\[?\d{1,3}(?:\.\d{1,3}){3}\]?|your (?:ip|server|network|host|isp|address|location|country|system|domain|site)|this (?:ip|host|server|network|isp|country|address|source)) ?.{0,20}\b(?:is |are |was |were |has been |have been |will be |being |not |temporarily |permanently )*(?:blocked|refused|denied|rejected|banned|not (?:allowed|accepted|welcome)|accepted|restricted|allowed)/,
        /(?:we|do|does|will) (?:not|n't) (?:accept|want|take|receive) (?:\w+ ){0,4}(?:from (?:your|this|dynamic|dial|residential|hosts?|servers?)|directly)/,
        /direct-?to-?mx|dynamic (?:ip|address|range|host|pool)\w*.{0,30}(?:reject|refus|block|not|denied|use)/,
      ),
      example: '554 rejected: we do not accept mail from this country',
      source: 'memory',
    },
  ]),
});
