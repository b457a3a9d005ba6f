import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** The name that the sending server gives, and not the one of its address. */
const HELO = {
  says: 'the HELO name is not accepted',
  meaning:
    'The name that the sending server gives in HELO or EHLO is not accepted: it is not whole, has no address in DNS, or belongs to somebody else.',
  fix: 'Give the sending server a HELO name that is its own, is whole (mail.example.org), and has an A or AAAA record with the address that it sends from.',
} as const;

/** Reverse name and HELO name of the sending machine. */
export const SENDER_IDENTITY = rowsOf('sender-identity', {
  identity: [
    {
      id: 'name-does-not-fit',
      pattern: either(
        /\bunverif[iy]able (?:sending )?(?:ips?|hosts?|servers?)\b/,
        /\bmismatch\w* (?:the )?client ip\b/,
      ),
      example: '450 service permits few unverifiable sending IPs',
      source: 'sisimai',
    },
    {
      id: 'name-rejected',
      ...HELO,
      pattern: /\b(?:invalid|bad|illegal|unknown) (?:domain|host) ?name\b/,
      stages: ['ehlo'],
      example: '501 5.0.0 Invalid domain name',
      source: 'sisimai',
    },
    {
      id: 'reverse-name',
      pattern: either(
        near(
          [
            'reverse',
            String.raw`\bptr\b`,
            String.raw`\brdns\b`,
            String.raw`\bfcrdns\b`,
            'reverse-?dns',
            'hostname',
            'host name',
            'client host',
          ],
          60,
          [
            'missing',
            'not found',
            'fail',
            String.raw`no(?:t|ne)?\b`,
            "does(?: not|n't)",
            'invalid',
            'mismatch',
            'without',
            'lookup',
            'require',
            'generic',
            'dynamic',
            'find your',
            'resol',
            'unknown',
            'record',
            'verif',
          ],
        ),
        /\b(?:rdns|ptr|reverse[ -](?:dns|lookup|name|hostname|mapping|record|resolution|ip)|fcrdns|reverse and forward)\b.{0,60}\b(?:not|no|fail\w*|missing|required?|does|doesn't|invalid|mismatch|must|absent|unknown|wrong|bad|lookup|cannot|could|error|incorrect|generic|unresolvable|inconsistent)/,
      ),
      example: '550 Your IP has no PTR record',
      source: 'google',
    },
    {
      id: 'helo-name',
      ...HELO,
      pattern: near(['helo', 'ehlo'], 60, [
        'invalid',
        'reject',
        'fqdn',
        'not',
        'bad',
        'must',
        'resol',
        'bogus',
        'fake',
        'fail',
        'denied',
        'mismatch',
        'need',
        'match',
        'name',
      ]),
      example: '550 Your HELO name is bogus',
      source: 'programs',
    },
    {
      id: 'no-ptr',
      pattern:
        /\b(?:cannot|can't|could not|couldn't|unable to|no|not|fail\w*|does not|doesn't|missing|lacks?|without|bad(?! destination)|invalid|unresolvable|inconsistent|mismatch\w*|wrong|improper|generic|incorrect|require[sd]?|need|must)\b.{0,40}\b(?:rdns|(?<!(?:found|exist|resolve) in |look ?up )dns|ptr|reverse(?: dns| lookup| name| host| mapping| resolution| record| entry)?|fcrdns|forward-confirmed)\b/,
      example: '550 no PTR for your address',
      source: 'field-manual',
    },
    {
      id: 'bad-helo',
      ...HELO,
      pattern: either(
        /(?:invalid|bad|bogus|forged|fake|incorrect|improper|unacceptable|wrong|unresolvable|non-?fqdn|illegal|syntactically invalid|missing|unqualified|mismatched)\b.{0,16}\b(?:helo|ehlo|greeting name|hostname|host name|fqdn)/,
        /claim(?:s|ed|ing)? to be|impersonat|pretend\w* to be|masquerad\w+ as|you are not (?:me|us|who you|\w+\.\w+)/,
      ),
      example: '550 Bad HELO: [192.0.2.1]',
      source: 'sisimai',
    },
    {
      id: 'fix-reverse-dns',
      pattern: /fix (?:your )?(?:reverse )?dns/,
      example: '550 5.7.1 Fix reverse DNS for 192.0.2.1',
      source: 'sisimai',
    },
    {
      id: 'helo-is-mine',
      ...HELO,
      pattern:
        /(?:helo|ehlo)\b.{0,30}\b(?:name|command|argument|string|greeting|host|hostname|domain|rejected|is|does|must|with)\b.{0,40}\b(?:reject\w*|invalid|not|need|must|bad|unknown|refused|denied|forged|wrong|mismatch|spoof\w*|mine|my|own|local|dynamic|ip address|fully|fqdn|resolve|acceptable|blocked)/,
      example: '550 Go away: HELO is my own IP',
      source: 'sisimai',
    },
    {
      id: 'fqdn',
      pattern: either(/\bfqdn\b/, /fully[ -]qualified (?:host|domain)/),
      example: '550 Access denied: your host has no FQDN',
      source: 'memory',
    },
    {
      id: 'cannot-find-hostname',
      pattern: either(
        near(
          [
            'no',
            'missing',
            'without',
            'invalid',
            'lacks?',
            'must have',
            'need',
            'bad',
            'cannot find your',
            "can't find your",
            'generic',
            'cannot resolve your',
            'valid',
          ],
          30,
          [String.raw`ptr\b`, 'reverse', 'rdns', 'hostname', 'host name'],
        ),
        /(?:generic|dynamic|residential|dial-?up|dsl|cable|adsl|dhcp|pool)[ -](?:looking )?(?:r?dns|ptr|host ?names?|host|client|name|ip)\b/,
        near(['dynamic', 'residential', 'dial-?up', 'dhcp'], 20, [
          'ip',
          'address',
          'host',
          'pool',
          'range',
          'not',
        ]),
      ),
      example: '550 cannot find your hostname',
      source: 'sisimai',
    },
    {
      id: 'hostname-client',
      pattern: either(
        /(?:host|domain) ?name (?:of|for) (?:your|the) (?:mail ?server|client|ip|host)/,
        /(?:dns|name) (?:of|for) (?:your|the (?:sending|client)) (?:ip|server|host|address)/,
        /unknown client host|unverified client|no (?:host ?)?name (?:for|found for) (?:your|ip)/,
        /your (?:host|server|ip|system|client) ?(?:name|address)?\b.{0,30}\b(?:does not resolve|has no (?:dns|ptr|reverse|name)|not resolv\w+|could not be resolved|unresolv\w+)/,
        /(?:client host|host ?name|client|sender)\b.{0,20}(?:rejected: )?cannot find your/,
      ),
      example: '450 4.7.1 Cannot verify hostname of the client',
      source: 'memory',
    },
    {
      id: 'resolve-your-name',
      pattern: either(
        /resolve (?:your|the|client) (?:host|ip|name|address|client|domain)/,
        /ip name (?:lookup failed|possibly forged)/,
        /possibly forged/,
      ),
      example: '554 mx.example.org Unable to resolve your host name, connection refused',
      source: 'memory',
    },
  ],
});
