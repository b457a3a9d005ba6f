import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** The domain or host is not known. */
export const DOMAIN_UNKNOWN = rowsOf('domain-unknown', {
  'no-domain': [
    {
      id: 'dns-has-no-domain',
      pattern: either(
        /\bdns error: (?:.{0,80}\b)?(?:domain name not found|nxdomain)\b/,
        /\b(?:because )?the domain [a-z0-9.-]{1,80} (?:couldn't|could not) be found\b/,
        /(?<!host or )\bdomain name not found\b/,
        /\bthe domain is not reachable\b/,
        /\bhost unknown\b.{0,20}\bname server: .{0,80}\bhost not found\b/,
        /\brecipient address rejected: domain not found\b/,
      ),
      meaning: 'DNS has no such domain.',
      fix: 'Check the spelling of the domain. If it is right, its owner looks whether it is still registered and delegated.',
      example:
        'DNS Error: 1234 DNS type mx lookup of example.org responded with code NXDOMAIN Domain name not found: example.org',
      source: 'google',
    },
    {
      id: 'no-route-here',
      pattern: /\bunrouteable address\b/,
      ownWordsOnly: true,
      side: 'unknown',
      whoActs: 'unknown',
      meaning:
        'The sending server itself found no way for this address: no other server was asked. Either DNS has no mail server for the domain, or the routing of the sending server takes the domain for one of its own and finds no such mailbox.',
      fix: 'Run a check of the domain: it shows whether DNS has an MX record. If it has, the administrator of the sending server looks whether the domain is listed there as a local one (Exim: exim -bt with the address).',
      example: 'Unrouteable address',
      source: 'exim',
    },
    {
      id: 'not-found-from-here',
      pattern: either(
        /\bname service error\b(?!.{0,120}try again)/,
        /\bhost or domain name not found\b(?!.{0,200}try again)/,
        /\ball relevant mx records point to non-existent hosts\b/,
        /\ball host address lookups failed permanently\b/,
      ),
      ownWordsOnly: true,
      side: 'unknown',
      whoActs: 'unknown',
      meaning:
        'The sending server found no mail server for the domain in DNS: no other server was asked. Either DNS has none, or the resolver of the sending server did not get the whole answer.',
      fix: 'Run a check of the domain. If it finds the mail servers, the administrator of the sending server looks at the DNS resolver; otherwise the owner of the domain corrects its MX or address records.',
      example:
        'Host or domain name not found. Name service error for name=example.org type=MX: Host not found',
      source: 'postfix-source',
    },
  ],
  'no-such-host': [
    {
      id: 'host-or-domain-not-found',
      pattern: either(
        /(?:domain|host)(?: ?name)?(?: part| of| in| for)?(?: the)?(?: recipient\w*| address| e-?mail| fqdn0| addr)* (?:is |was |does |could |can )?(?:not (?:be )?(?:found|valid|known|exist\w*|resolve\w*|registered)|unknown|invalid|n't exist|nonexistent)/,
        /\bdomain(?: name)? (?:[a-z0-9.-]{4,80} )?(?:does not exist|doesn't exist|couldn't be found|could not be found|not found)/,
        /\bname server:[^)]{0,80}not found/,
      ),
      example: '550 domain not exist',
      source: 'field-manual',
    },
    {
      id: 'bad-domain',
      pattern: either(
        /(?:bad|invalid|unknown|unresolvable|non-?existent|no such|illegal|misspelled) (?:recipient |destination |mail |e-?mail |target )?(?:domain|host)\b/,
        /\bhost (?:name |[a-z0-9.-]{4,80} )?(?:is |was )?(?:unknown|not found)/,
      ),
      example: '550 Bad domain name',
      source: 'sisimai',
    },
    {
      id: 'nxdomain',
      pattern: either(/\bnxdomain\b/, /\bno route found to (?:domain|server)\b/),
      example: '554 5.4.4 unable to resolve destination mail server: NXDOMAIN',
      source: 'memory',
    },
    {
      id: 'unrouteable-mail-domain',
      pattern: /\bunrouteable (?:mail )?domain\b/,
      example: '550 unrouteable mail domain "example.org"',
      source: 'memory',
    },
    {
      id: 'cannot-find-domain',
      pattern: either(
        /(?:find|locate|resolve) (?:the )?(?:recipient'?s? |destination )?domain/,
        /(?:couldn't|could not|cannot) find any host/,
        /\bno mail (?:servers?|exchangers?|hosts?)\b/,
      ),
      example: '550 to find the recipient domain',
      source: 'sisimai',
    },
  ],
  'no-such-domain': [
    {
      id: 'no-record',
      pattern: either(
        /no (?:mx|mail exchanger|a|mx or a|address) (?:record|host|server|found)/,
        /no mx/,
        /all relevant mx/,
      ),
      example: '550 No MX or A records for example.org',
      source: 'sisimai',
    },
    {
      id: 'no-valid-mail-exchanger',
      pattern: either(
        near(
          [
            'unknown',
            'no such',
            'bad',
            'invalid',
            'illegal',
            'unresolvable',
            '(?:cannot|could not|unable to) (?:find|resolve)',
            "couldn't find",
            "(?:were|was)(?:n't| not) able to find",
            'no valid',
          ],
          24,
          ['host', 'domain', 'destination', 'system', 'mx', 'exchanger', 'hostname'],
        ),
        /(?:unknown|invalid|no such|non-?existent|unresolvable|unrout\w+|bad|illegal|unrecogni[sz]ed) (?:mail |recipient |destination |target |remote |e-?mail )*(?:domain|host|hostname|system|server name)/,
        /(?:recipient|destination) (?:domain|host)\b.{0,30}(?:invalid|unknown|not|reject)/,
        /(?:host|domain|server) unknown/,
      ),
      example: "550 no valid mail exchanger for the recipient's domain",
      source: 'sisimai',
    },
    {
      id: 'domain-not',
      pattern: either(
        near(
          ['domain', 'host', 'hostname', 'host name', 'mx', String.raw`\bdns\b`, 'system', 'nameserver'],
          50,
          [
            'not (?:found|exist|known|valid|resol)',
            'unknown',
            "does(?: not|n't)",
            "(?:can|could)(?:not|n't| not)",
            'nxdomain',
            'no (?:mx|such|a record|valid|route)',
            'invalid',
            'nonexist',
            'points? to',
          ],
        ),
        /(?:domain|host|hostname|mx|dns)\b.{0,60}\b(?:does(?: not|n't) (?:exist|resolve)|not (?:found|exist|resolv\w+)|non-?existent|nxdomain|has no (?:mx|mail|a record)|unknown|invalid|is (?:invalid|unknown|wrong|misspelled))/,
        /domain (?:name )?(?:not|isn't) (?:found|known|valid|registered)/,
        /dns (?:domain|name|type) .{0,60}(?:not exist|does not)/,
        /domain (?:has )?(?:expired|been deleted)/,
      ),
      example: '550 forward dns entry does not',
      source: 'sisimai',
    },
    {
      id: 'unable-route',
      pattern: either(
        /unable to route/,
        /no route to (?:the )?(?:domain|recipient)/,
        /(?:can(?:not|'t| not)|could(?: not|n't)|unable to) (?:find|resolve|locate|look ?up)\b.{0,30}\b(?:domain|host|mx|mail (?:host|server|exchanger))/,
      ),
      example: '550 Unable to route mail to domain ex.org',
      source: 'memory',
    },
    {
      id: 'name-service',
      pattern: either(
        /name or service not known/,
        /name service error/,
        /mail server for .{0,60}(?:unknown|not found)/,
        /no mail (?:hosts|servers) for/,
      ),
      example: '550 name or service not known',
      source: 'sisimai',
    },
  ],
});
