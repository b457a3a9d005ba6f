import { near, type Phrase } from './phrase';

/** Phrases about the session, the systems and the way between them. Read over normalised text. */

export const tlsRequired: readonly Phrase[] = [
  /must issue (?:a )?starttls/,
  /starttls (?:first|is required|required|command first|failed)/,
  near(['tls', 'ssl', String.raw`encrypt\w*`], 40, [
    'requir',
    'needed',
    'mandatory',
    'not available',
    'negotiation',
    'handshake',
    'must',
    'too (?:old|weak)',
  ]),
  near(['requires?', 'need(?:s|ed)?', 'must use', String.raw`only accept\w*`], 30, ['tls', 'ssl', 'encrypt']),
  /unencrypted/,
  /secure connection (?:is )?required/,
  /requiretls/,
];

export const loop: readonly Phrase[] = [
  /too many hops/,
  /hop count/,
  /mail loop/,
  /routing loop/,
  /\bloop(?:s|ing|ed)?\b.{0,30}(?:detect|back|to me|myself)/,
  /too many received/,
  /loops? back to (?:my|it)self/,
  /(?:mail|message|forward\w*) (?:is )?loop/,
];

export const expired: readonly Phrase[] = [
  near(['message', 'mail', 'delivery', 'retry', 'queue', 'lifetime'], 30, [
    'expired',
    'too old',
    'retry time',
  ]),
  /retry time(?:out)?/,
  near(
    [
      'could not be delivered',
      'undeliverable',
      'not been delivered',
      'been in the queue',
      'been frozen',
      'been trying',
    ],
    20,
    ['for', 'within', 'in'],
  ),
  /queue (?:lifetime|time)/,
  /giving up/,
  /retries? (?:exceeded|exhausted)/,
  /delivery time/,
  /too long in queue/,
];

export const networkError: readonly Phrase[] = [
  /connection expired/,
  near(
    [
      'connection',
      'connect(?:ing)?',
      'session',
      'conversation',
      'network',
      'socket',
      'connexion',
      'verbindung',
      'conexion',
    ],
    50,
    [
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
    ],
  ),
  /no (?:answer|response|route)/,
  /unreachable/,
  /time[d-]? ?out/,
  /could ?n[o']t connect/,
  /unable to connect/,
  /no route to host/,
  /\bdns\b.{0,30}(?:fail|error|time|temp|problem|servfail)/,
  /(?:host|domain|name)\b.{0,15} (?:lookup|service) (?:did not complete|fail|error|temp)/,
  /host not (?:reachable|responding)/,
  /connection (?:to|with)/,
  /servfail/,
  /broken pipe/,
];

export const busy: readonly Phrase[] = [
  /\bbusy\b/,
  /overload/,
  /too (?:much|high) load/,
  /(?:system|server) load/,
  /load (?:too|average|is)/,
  /shutting down/,
  /going down/,
  /closing (?:transmission|channel|connection|session)/,
  /resources? (?:temporarily )?unavailable/,
  /resources/,
  /service (?:is )?(?:temporarily )?(?:not available|unavailable|closing)/,
  near(['server', 'service', 'system'], 30, ['unavailable', 'not available', 'maintenance', 'down']),
  /congest/,
  /temporarily (?:unavailable|deferred)/,
  /concurrency/,
  /maintenance/,
];

/** Commands at the wrong time: nothing else can be meant. */
export const outOfOrder: readonly Phrase[] = [
  /no valid recipients/,
  /\bneed (?:mail|rcpt|helo|ehlo)\b/,
  /send (?:helo|ehlo)/,
  /protocol (?:violation|error)/,
  /synchroni[sz]ation/,
];

export const protocolError: readonly Phrase[] = [
  /too many \w+ commands/,
  /syntax/,
  /command (?:not|un|is not|out|rejected|param|line)/,
  /(?:bad|unknown|unrecogni[sz]ed|unimplemented|invalid|unsupported|unexpected|wrong|illegal) (?:sequence|command|parameter|argument|option|verb)/,
  /(?:not|un) ?(?:implemented|recogni[sz]ed|supported)/,
  /pipelin/,
  /protocol (?:error|violation)/,
  /need (?:mail|rcpt|helo|ehlo)/,
  near(['say', 'send', 'polite'], 10, ['hello', 'helo', 'ehlo']),
  /no valid recipients/,
  /improper/,
  /early talker/,
  /synchroni[sz]ation/,
  /before (?:helo|mail|rcpt|greeting|data)/,
  /nested mail/,
  /duplicate (?:helo|mail)/,
  /sequence/,
  /nested/,
];

/** Names could not be looked up, which says nothing of the names. */
export const brokenDns: readonly Phrase[] = [
  near(['dns'], 24, ['fail', 'time', 'temp', 'problem', 'servfail', 'error']),
];

/** A part of the receiving system fails, whatever that part looks for. */
export const brokenPart: readonly Phrase[] = [
  near(
    [
      '(?:anti-?)?virus[ -]?scan(?:ner|ning)?s?',
      '(?:anti-?)?virus (?:engine|filter|check)',
      'content[ -]?(?:filter|scanner)(?:ing)?',
      'scan(?:ner|ning)',
      '(?:anti-?)?spam (?:filter|scanner|engine|daemon)',
      'database',
      'ldap',
      'clamd?',
      'spamd',
      'milter',
      'policy (?:service|server|daemon)',
      'directory (?:server|service)',
    ],
    20,
    [
      'fail',
      'error',
      'unavailable',
      'not (?:available|respond|reach|work|running)',
      'timed? ?-?out',
      'down',
      'defer',
      'unable',
      'crash',
      'problem',
      'service is (?:temporarily )?unavailable',
    ],
  ),
];

export const systemError: readonly Phrase[] = [
  near(
    [
      'local',
      'internal',
      'system',
      'server',
      'database',
      'software',
      String.raw`config\w*`,
      'disk',
      'storage',
      'ldap',
      'lookup',
      'mysql',
      'sql',
      'io',
      'i/o',
      'i/o',
      'queue',
      'file',
      'write',
      'backend',
      'dead',
      'milter',
      'policy server',
      'policy service',
      'directory',
      'resolver',
      'filter',
      'script',
    ],
    40,
    [
      'error',
      'fail',
      'problem',
      'full',
      'down',
      'misconfig',
      'unavailable',
      'not (?:available|respond|work)',
      'broken',
      'unable',
      'trouble',
    ],
  ),
  /out of (?:memory|disk|space)/,
  /insufficient (?:system |disk |memory |storage)/,
  /not enough (?:disk |system )?(?:space|memory|storage)/,
  /no space left/,
  /unable to (?:create|open|write|lock|fork|deliver|queue|process|spawn|verify|look)/,
  /cannot (?:open|create|write|lock|fork|append)/,
  /i\/o error/,
  /mail system full/,
  /misconfigur/,
  /server configuration/,
];

/** Trouble without a name, which may be anybody's. */
export const vagueError: readonly Phrase[] = [
  /temporary (?:failure|problem|error|lookup)/,
  /try (?:again|later)/,
];

export const policy: readonly Phrase[] = [
  /polic(?:y|ies)/,
  /polit/,
  /access (?:is )?denied/,
  /denied/,
  /reject/,
  /refus/,
  /not (?:allowed|permitted|authori[sz]ed|accept|wanted|welcome)/,
  /unauthori[sz]ed/,
  /forbidden/,
  /prohibited/,
  /administrative/,
  /restricted/,
  /blocked/,
  /security/,
  /block/,
  /verweigert/,
  /abgelehnt/,
  /abgewiesen/,
  /rifiutat/,
  /rechazad/,
  /rejeitad/,
  /recusad/,
  /geweigerd/,
];
