import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** A connection or look-up failed. */
export const NETWORK_ERROR = rowsOf('network-error', {
  'cut-off': [
    {
      id: 'session-cut-off',
      pattern: either(
        /\b(?:closed|lost|dropped|reset|broke) (?:the )?connection (?:in response to|after|while|with|during)\b/,
        /\blost connection (?:with|while|after)\b/,
        /\bconversation with .{0,80} timed out while\b/,
      ),
      meaning:
        'The session broke off without a reply. The other server, or something in between, closed it, and said no reason.',
      fix: 'Run a check of the domain: it shows at which command the session ends. If it is always the same one, the other server may not like the EHLO name or the TLS certificate of this one. If it is while data is sent, look at the path MTU and at firewalls.',
      example: 'lost connection with mx.example.org[192.0.2.1] while receiving the initial server greeting',
      source: 'postfix-source',
    },
  ],
  'dns-silent': [
    {
      id: 'name-lookup-failed',
      pattern: /(?<!\b(?:client|your|reverse|rdns|sender|ptr) )\bhost ?name lookup failure\b/,
      meaning:
        'The name servers of the recipient’s domain gave no answer, or the resolver of the sending server got none.',
      fix: 'Run a check of the domain: it asks its name servers one by one.',
      example: 'Deferred: Name server: example.org.: host name lookup failure',
      source: 'programs',
    },
    {
      id: 'dns-timeout',
      pattern:
        /(?<!reverse )\bdns (?:query |lookup |server |resolution |request )?(?:timed? ?-?out|timeout|servfail|server failure)/,
      example: '451 4.4.3 DNS server failure',
      source: 'memory',
    },
  ],
  'no-connection': [
    {
      id: 'waited-for-sender',
      pattern: either(
        /\btime(?:d ?)?-?out (?:while )?(?:waiting|reading|receiving)(?: for| from)? (?:\w+ ){0,2}(?:data|input|command|client|message|body)\b/,
        /\berror: timeout exceeded\b/,
        /\b(?:command|data|input|idle|inactivity|smtp) time-?out\b/,
      ),
      side: 'unknown',
      whoActs: 'unknown',
      says: 'it waited too long for the sending server',
      meaning:
        'The server waited for the next command, or for the text of the message, and it did not come in time. The sending server was slow, or packets were lost on the way, which are often the large ones.',
      fix: 'The administrator of the sender’s side looks where the session stands still, and whether the path MTU loses large packets. A check from another place tells the way and the server apart.',
      example: '421 4.4.2 mx.example.org Error: timeout exceeded',
      source: 'postfix-source',
    },
    {
      id: 'connection-timed-out',
      pattern:
        /\bconnect(?:ion|ing)?\b.{0,20}\b(?:timed? ?out|refused|reset|lost|dropped|aborted|failed|failure)\b/,
      example: '450 4.4.2 Connection timed out',
      source: 'sisimai',
    },
    {
      id: 'host-not-responding',
      pattern:
        /lost connection|requests? to connect|network is unreachable|no route to host(?!.{0,80}not found)|(?:host|server) (?:is )?(?:unreachable|not reachable|not responding|did not respond)/,
      example: '450 4.4.1 host not responding',
      source: 'sisimai',
    },
    {
      id: 'temporary-dns-failure',
      pattern:
        /not found,? try again|name service error.{0,80}try again|temporary (?:dns|name resolution|resolver) (?:failure|error)/,
      example: '451 4.4.3 Temporary DNS failure',
      source: 'sisimai',
    },
    {
      id: 'cannot-reach',
      pattern: /(?:timed? ?out|unable|could not|cannot|failed) (?:\w+ ){0,3}(?:connect|reach|contact)/,
      example: '550 could not connect and send the',
      source: 'sisimai',
    },
  ],
  'dns-trouble': [
    {
      id: 'dns-lookup-fail',
      pattern: either(
        /\b(?:mx|dns|name ?server|a record|address)[ -](?:record )?(?:lookup|query|resolution)s? (?:fail|error|time|problem|tempfail|did not)/,
        /\bno route to host\b(?!.{0,80}not found)/,
        near(['dns'], 24, ['fail', 'time', 'temp', 'problem', 'servfail', 'error']),
      ),
      example: '550 dns lookup failure: try again',
      source: 'sisimai',
    },
  ],
  network: [
    {
      id: 'no-answer',
      pattern: either(
        /(?:timed? ?-?out|timeout|idle|inactivity|no (?:command|data|response|answer|activity|reply)|(?:no|not) respon\w+)\b/,
        /inactivity|idle/,
        /\bnot (?:reachable|responding)\b/,
      ),
      example: '441 4.4.1 No answer from host',
      source: 'google',
    },
    {
      id: 'connection-broke',
      pattern: either(
        /(?:connection|connect|session|socket|network|link|tcp|remote (?:host|server)|conversation|transmission)\b.{0,50}\b(?:timed? ?-?out|timeout|refused|reset|lost|dropped|fail\w*|unreachable|abort\w*|broken|closed|terminated|interrupted|disconnect\w*|error|cut|died|no response|not respond\w*|lookup|hung)/,
        /(?:can(?:not|'t| not)|could(?: not|n't)|unable to|failed to|error) (?:connect\w*|reach|contact|communicat\w*|establish|open (?:a )?(?:connection|session|socket))/,
        /servfail|econn\w*|etimedout|ehostunreach|lost connection|broken pipe|peer|bad connection|no answer|bad gateway/,
        near(['connection', 'connect(?:ing)?', 'session', 'conversation', 'network', 'socket'], 50, [
          'timed? ?-?out',
          'refused',
          'reset',
          'lost',
          'dropped',
          'failed',
          'unreachable',
          'aborted',
          'broken',
          'closed unexpectedly',
          'error',
          'unexpected',
          'terminated',
        ]),
        /\bestablish\b.{0,20}\bconnection\b/,
        /could ?n[o']t connect/,
        /connection (?:to|with)/,
      ),
      example: '550 Remote host closed connection unexpectedly',
      source: 'bmh',
    },
    {
      id: 'connection-expired',
      pattern: /connection expired/,
      example: '421 4.7.0 Connection expired, try reconnecting. - gsmtp',
      source: 'google',
    },
    {
      id: 'unreachable',
      pattern: either(
        /unreachable/,
        /(?:host|network|destination|server|route) (?:is |was )?(?:unreachable|not reachable|down|not responding|has no route)/,
        /no (?:route to|path to|connection|network)/,
        /no (?:answer|response|route)/,
      ),
      example: '421 4.4.1 all MX hosts unreachable',
      source: 'memory',
    },
    {
      id: 'unable-resolve',
      pattern: either(
        /(?:unable|fail\w*|cannot|could not|error|trouble|problem|temporary)\b.{0,24}\b(?:resolv\w*|look(?:ing)? ?up (?:dns|mx|host|domain|the)|dns|name (?:service|server|resolution))/,
        /dns\b.{0,40}(?:fail\w*|error|time|temp\w*|problem|servfail|lookup|unavailable|not respond\w*|refused|unable|query|trouble)/,
        /(?:mx|host ?name|domain|c?name|address|dns)[ -]?(?:lookup|resolution|service|query|record lookup)\b.{0,24}(?:fail\w*|error|time|temp\w*|did not|problem|unable|tempfail)/,
        /(?:host|domain|name)\b.{0,15} (?:lookup|service) (?:did not complete|fail|error|temp)/,
      ),
      example: '550 unable to resolve route',
      source: 'sisimai',
    },
  ],
});
