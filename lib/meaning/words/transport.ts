import { near, type Phrase } from './phrase';

/** Phrases about the session, the systems and the way between them. Read over normalised text. */

export const tlsRequired: readonly Phrase[] = [
  /(?:starttls|tls|ssl|encrypt\w*|secure (?:connection|channel|transport)|cipher\w*|certificate)\b.{0,50}\b(?:requir\w*|needed|necessary|mandatory|enforced|first|must|only|fail\w*|error|not (?:available|supported|trusted|valid|offered|accepted|possible)|unavailable|negotiat\w*|handshake|too (?:old|weak)|mismatch|expired|invalid|verif\w*|validation|untrusted|unsupported|reject\w*|no shared|self-?signed)/,
  /(?:requir\w*|must|need\w*|only|mandatory|issue|use|enforce\w*|without|no|not|missing|unable to|cannot|could not|fail\w*|lack\w*|invalid|expired|untrusted|bad|refus\w*|weak)\b.{0,30}\b(?:starttls|tls|ssl|encrypt(?:ed|ion)|secure (?:connection|channel|transport)|server certificate|client certificate|cipher|certificate)/,
  /unencrypted|plain ?text (?:connection|session|smtp)|clear ?text/,
  /mta-?sts|\bdane\b|\btlsa\b|requiretls/,
  near(['requires?', 'need(?:s|ed)?', 'must use', String.raw`only accept\w*`], 30, ['tls', 'ssl', 'encrypt']),
];

export const loop: readonly Phrase[] = [
  /(?:forwarded|relayed|passed|redirected) too (?:many times|often)/,
  /too many (?:hops|received|mta|forward\w*|relays|redirect\w*)/,
  /hop ?(?:count|limit|s)\b.{0,24}(?:exceed\w*|too|reached|limit)|exceed\w*.{0,30}\bhops?\b|maximum hops?|max\w* hop/,
  /\b(?:mail|message|routing|forwarding|local|smtp|e-?mail|delivery|possible|infinite|alias)[ -]?(?:delivery |forwarding |routing )?loops?\b/,
  /\bloop(?:s|ing|ed)?\b(?:.{0,20}(?:detect|back|myself|itself|found|suspect))?/,
  /delivered-to .{0,40}(?:already|loop|twice)|already been delivered|points? back to (?:me|us|this|itself)|(?:mx|mail) (?:for .{0,60} )?(?:loops?|points?) back|best mx host|cyclic|circular/,
  /same (?:message|mail) .{0,20}(?:twice|again|already)/,
  /hop count/,
  /routing loop/,
  /(?:mail|message|forward\w*) (?:is )?loop/,
];

export const expired: readonly Phrase[] = [
  /(?:message|mail|delivery|retry|queue|bounce)\b.{0,30}\b(?:expired|expir\w+|too old|time-?out exceeded|time ?limit exceeded|timed out after \d+ (?:days|hours))/,
  /(?:retry|delivery|queue|queuing|message) (?:time ?out|timeout|time|lifetime|period|limit)s?\b.{0,24}(?:exceed\w*|expired|reached|over)/,
  /(?:could not|couldn't|cannot|unable to|not been|can't) (?:be )?deliver\w*\b.{0,24}\b(?:for|within|in|after) (?:the |more than |over |last |past )*(?:\d+|an?|several|some|allotted|time) ?(?:days?|hours?|minutes|time|weeks?)?/,
  /giv(?:en?|ing) up|gave up|no more (?:retries|attempts)|too many (?:retries|delivery attempts)|retr(?:y|ies) (?:limit|count|exceeded|exhausted)|maximum (?:retries|delivery (?:attempts|time))/,
  /(?:attempts|retries|tries) (?:were |are |have been )?exhausted/,
  /(?:been|stayed|was|still) (?:in|on) (?:the |our )?queue (?:for|too|longer|more|after)|too long (?:in|on) (?:the )?queue|still (?:undelivered|in queue)|delivery (?:has been )?(?:delayed|failed) (?:for|after)/,
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
  /retries? (?:exceeded|exhausted)/,
  /delivery time/,
  /\bin the queue too long\b/,
];

export const networkError: readonly Phrase[] = [
  /inactivity|idle/,
  /(?:connection|connect|session|socket|network|link|tcp|remote (?:host|server)|conversation|transmission|data)\b.{0,50}\b(?:timed? ?-?out|timeout|refused|reset|lost|dropped|fail\w*|unreachable|abort\w*|broken|closed|terminated|interrupted|disconnect\w*|error|cut|died|no response|not respond\w*|lookup|hung)/,
  /(?:timed? ?-?out|timeout|idle|inactivity|no (?:command|data|response|answer|activity|reply)|(?:no|not) respon\w+)\b/,
  /(?:can(?:not|'t| not)|could(?: not|n't)|unable to|failed to|error) (?:connect\w*|reach|contact|communicat\w*|establish|open (?:a )?(?:connection|session|socket))/,
  /(?:host|network|destination|server|route) (?:is |was )?(?:unreachable|not reachable|down|not responding|has no route)/,
  /no (?:route to|path to|connection|network)/,
  /dns\b.{0,40}(?:fail\w*|error|time|temp\w*|problem|servfail|lookup|unavailable|not respond\w*|refused|unable|query|trouble)/,
  /(?:unable|fail\w*|cannot|could not|error|trouble|problem|temporary)\b.{0,24}\b(?:resolv\w*|look(?:ing)? ?up (?:dns|mx|host|domain|the)|dns|name (?:service|server|resolution))/,
  /(?:mx|host ?name|domain|c?name|address|dns)[ -]?(?:lookup|resolution|service|query|record lookup)\b.{0,24}(?:fail\w*|error|time|temp\w*|did not|problem|unable|tempfail)/,
  /servfail|econn\w*|etimedout|ehostunreach|lost connection|broken pipe|peer|bad connection|no answer|bad gateway/,
  /connection expired/,
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
  /no (?:answer|response|route)/,
  /\bnot (?:reachable|responding)\b/,
  /\bestablish\b.{0,20}\bconnection\b/,
  /unreachable/,
  /time[d-]? ?out/,
  /could ?n[o']t connect/,
  /(?:host|domain|name)\b.{0,15} (?:lookup|service) (?:did not complete|fail|error|temp)/,
  /connection (?:to|with)/,
];

export const busy: readonly Phrase[] = [
  /too many process/,
  /\bbus(?:y|ier)\b/,
  /over ?-?load\w*|(?:high|heavy|excessive|too (?:much|high)|server|system|cpu|current) load|load (?:is |average |too |limit|on|shedding)|under (?:heavy )?load/,
  /(?:server|service|system|site|host|mail ?server|smtp|gateway|resources?|queue|facility)\b.{0,30}\b(?:temporarily |currently |is |are |was |not |being |going |in |for |under |momentarily |shutting |closing |too )*(?:unavailable|not available|busy|down|offline|maintenance|shutdown|restart\w*|shutting|closing|overload\w*|out of (?:resources|processes|connections)|stopp(?:ed|ing)|suspended|congest\w*|full|not ready)/,
  /(?:try|connect|call|come back|contact us) (?:again |back )?(?:in a (?:few|while)|when)/,
  /shut(?:ting)? ?down|closing (?:transmission|channel|connection|session|control|link)|service closing|going (?:down|offline)|maintenance|congest\w*/,
  /(?:all|no) (?:\w+ ){0,3}(?:ports|processes|slots|lines|threads|workers|connections|servers|resources) (?:are |is )?(?:busy|available|in use|free|left)/,
  /(?:temporarily|currently) (?:unavailable|deferred|not available|unable to (?:accept|process|handle)|suspended|rejecting|not accepting)/,
  /resources?\b.{0,20}(?:unavailable|exhausted|low|shortage|limit|temporarily)|out of resources|insufficient (?:server )?resources|low on resources/,
  /load (?:too|average|is)/,
  /resources/,
  /concurrency/,
];

/** Commands at the wrong time: nothing else can be meant. */
export const outOfOrder: readonly Phrase[] = [
  /(?:smtp )?(?:protocol )?synchroni[sz]ation|protocol (?:violation|error)|smtp (?:protocol )?violation/,
  /\bneed (?:a )?(?:mail|rcpt|helo|ehlo|sender|recipient)\b|\bno (?:valid )?(?:recipients?|sender) (?:specified|given|defined|yet)|valid rcpt (?:command )?must precede|(?:bad|wrong|invalid) sequence|out of (?:sequence|order)|command out of/,
  /(?:talk\w*|spoke|sp(?:ea|o)k\w*|sent data|data sent|input sent|commands?) (?:\w+ ){0,3}(?:before (?:the |my |our |i |we )?(?:greet\w*|banner|220|sending|initial|being)|too (?:soon|early))|pre-?greet|early ?-?talk|without waiting/,
  /too many \w+ commands/,
  /improper (?:command )?pipelin|unauthori[sz]ed pipelin|pipelining (?:error|not|without|violation|detected)/,
  /(?:send|say|use|issue|polite people say|requires?|expected|need) (?:an? )?(?:helo|ehlo|hello)(?: (?:or|\/) ?(?:helo|ehlo))?(?: first| command| before)?\b/,
  /(?:helo|ehlo)(?:\/(?:helo|ehlo))? (?:first|required|before|needed|expected)|must (?:issue|send) (?:a )?(?:helo|ehlo|mail|rcpt)/,
  /no valid recipients(?! (?:for this m|(?:was|were) found|left|remain))/,
  /send (?:helo|ehlo)/,
];

export const protocolError: readonly Phrase[] = [
  /(?:command|verb|parameter|argument|option|keyword|request)s?\b.{0,40}\b(?:not (?:implemented|recogni[sz]ed|supported|known|allowed|understood|permitted|valid|available)|un(?:known|recogni[sz]ed|implemented|supported|expected)|invalid|bad|illegal|disabled|too long|out of (?:sequence|order)|missing|required|syntax|error|failed|sequence)/,
  /(?:bad|unknown|unrecogni[sz]ed|unimplemented|invalid|unsupported|unexpected|wrong|illegal|missing|extra|no|improper|incorrect|out[ -]of[ -]) ?(?:sequence|command|parameter|argument|option|verb|keyword|order|syntax|smtp)s?\b/,
  /(?:syntax|protocol|sequence|parse) (?:error|violation|problem|fail\w*)|\bsyntax\b|out of (?:sequence|order)/,
  /pipelin|early ?-?talk|talk(?:ed|ing|s)? (?:too (?:soon|early)|before|first|out of)|spoke too soon|pre-?greet|before (?:the )?(?:greeting|banner|helo|ehlo|mail|rcpt|data)|wait (?:for|until) (?:the |my |our )?(?:greeting|banner|220)/,
  /(?:need|send|say|issue|use|expect\w*|must|require\w*|no|missing|give|polite\w*|first|introduce\w*)\b.{0,24}\b(?:helo|ehlo|mail from|mail command|rcpt|rcpt to|hello)\b/,
  /\b(?:helo|ehlo|mail|mail from|rcpt|rcpt to|sender|recipient)\b.{0,16}\b(?:first|before|already|required|expected|needed|missing|specified|given|twice|again)/,
  /nested|already (?:specified|given|issued|said|have|got)|duplicate (?:helo|mail|sender)|unimplemented|not implemented|command line too long|line too long/,
  /synchroni[sz]|improper (?:use|command)|multiple destination domains|no identity changes/,
  /too many \w+ commands/,
  /syntax/,
  /command (?:not|un|is not|out|param|line)/,
  /(?:bad|unknown|unrecogni[sz]ed|unimplemented|invalid|unsupported|unexpected|wrong|illegal) (?:sequence|command|parameter|argument|option|verb)/,
  /(?:not|un) ?(?:implemented|recogni[sz]ed|supported)/,
  /need (?:mail|rcpt|helo|ehlo)/,
  near(['say', 'send', 'polite'], 10, ['hello', 'helo', 'ehlo']),
  /no valid recipients(?! (?:for this m|(?:was|were) found|left|remain))/,
  /improper/,
  /sequence/,
];

/** Names could not be looked up, which says nothing of the names. */
export const brokenDns: readonly Phrase[] = [
  /\bno route to host\b(?!.{0,80}not found)/,
  /\b(?:mx|dns|name ?server|a record|address)[ -](?:record )?(?:lookup|query|resolution)s? (?:fail|error|time|problem|tempfail|did not)/,
  near(['dns'], 24, ['fail', 'time', 'temp', 'problem', 'servfail', 'error']),
];

/** A part of the receiving system fails, whatever that part looks for. */
export const brokenPart: readonly Phrase[] = [
  /cannot fork|fork failed|(?:unable|failed) to fork/,
  /write error|disk full|no space left on|queue file/,
  /\blocal delivery failed\b/,
  /\b(?:child process|command|pipe|mailer)\b.{0,60}\b(?:returned|died|exit(?:ed)?|failed|status)\b/,
  /\bunknown mailer error\b/,
  /(?:cannot|can't|could not|unable to|failed to) (?:reach|contact|connect to|open|query|access) (?:\w+ ){0,3}(?:database|ldap|directory|milter|scanner|backend|policy (?:server|service))/,
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
      'auth(?:entication)? (?:server|service)',
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
  /(?:local|internal|system|server|software|configuration|config|database|disk|storage|file ?system|ldap|lookup|my ?sql|sql|i\/?o|queue|write|read|backend|back-?end|milter|policy (?:server|service)|directory|filter|script|delivery|transport|mailer|process\w*|program|memory|spool|temp\w* file|mail ?(?:server|system|store|drop)|application|runtime|protocol stack|daemon|kernel|unexpected|fatal|unknown|critical|serious|delivery agent|pipe|command|maildrop|procmail|authentication (?:server|service|backend)|storedrv|hub|imap|lmtp|store|message store|recipient verification)\b.{0,40}\b(?:error|fail\w*|fault|problem|down|mis-?config\w*|unavailable|not (?:available|respond\w*|work\w*|configured|properly)|broken|unable|trouble|exception|crash\w*|full|corrupt\w*|denied|died|exited|abort\w*|locked|out of|could not)/,
  /(?:error|fail\w*|problem|unable|trouble|cannot|could not|can't|exception)\b.{0,24}\b(?:creat|open|writ|lock|fork|queue|process|spawn|read|access|load|allocat|stor|sav|sync|rename|stat\b|chdir|exec|initiali[sz])\w*/,
  /out of (?:memory|disk|space|swap|inodes|file descriptors|system resources)|insufficient (?:system|disk|memory|storage|space|free|swap|resources)|not enough (?:disk|system|space|memory|storage|swap)|no (?:space left|disk space|memory)|low (?:disk|on disk|space)|disk (?:is )?(?:full|space|error|quota system)|file ?system full/,
  /system (?:full|storage|not (?:configured|capable))|mail system (?:full|problem|error|configuration)|unable to (?:create|open|write|lock|fork|deliver|queue|process|spawn|look ?up|access|complete|allocate|store)/,
  /mis-?configur|configuration (?:error|problem|fail\w*|fault)|server configuration|bad configuration|not (?:properly|correctly) configured/,
  /exit (?:status|code)|signal \d+|command died|command output|returned (?:error|status)|core dump|traceback|exception|stack trace|cannot (?:create|open|append|chdir|exec|fork|lock|write)|permission denied.{0,40}(?:file|directory|mailbox|spool|open|create|maildir)|(?:file|directory|spool|maildir).{0,40}permission denied|read-only file/,
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
  /unable to (?:create|open|write|lock|fork|deliver|queue|process|spawn|verify|look)/,
];

/** Trouble without a name, which may be anybody's. */
export const vagueError: readonly Phrase[] = [
  /(?:try|retry|resend|send|come back|attempt|submit|deliver\w*) (?:it |this |your (?:mail|message) |the (?:mail|message) |delivery |to (?:send|deliver) |again |back |the transaction )*(?:again|later|in (?:a|an|some|\d+)|after|at a later|tomorrow|shortly)/,
  /temporar(?:y|ily)|transient|for (?:the moment|now)|momentar|deferr?ed|at this time|delayed|later|requested action aborted|local error|unexpected error|unknown error/,
];

export const policy: readonly Phrase[] = [
  /internal (?:use|only|mail|recipients?|address)|only for internal/,
  /polic(?:y|ies)/,
  /polit/,
  /denied/,
  /reject/,
  /refus/,
  /not (?:allowed|permitted|authori[sz]ed|accept|wanted|welcome)/,
  /unauthori[sz]ed/,
  /forbidden/,
  /prohibited/,
  /administrative/,
  /restricted/,
  /security/,
  /block/,
];

/** The other side has not yet found out whether the address exists. */
export const unfinished: readonly Phrase[] = [
  /(?:address )?verification in (?:progress|process)/,
  /unverified (?:address|recipient|sender)\b.{0,20}(?:connect to|lost connection|conversation|timed out|host .{0,80}timed|address verification in|mail transport|unknown mail)/,
  /(?:recipient|address) (?:callout|verification|verify)\b.{0,40}(?:defer\w*|could not (?:be )?complete\w*|temporar\w+|tempfail|timed? ?out|did not complete)/,
  /(?:could not|cannot|unable to|can't) complete (?:recipient|address)? ?(?:verif|callout)/,
];

/** Nothing else can be meant, whatever the last try came to. */
export const expiredWords: readonly Phrase[] = [
  /\bretr(?:y|ies) limit|delivery expired|(?:message|mail) (?:is )?too old|(?:not|n't) be deliver\w* (?:for|within|in|after) (?:\d+|a|several) (?:days?|hours?|weeks?)|(?:message|delivery time|mail) expired|\b(?:in|on) (?:the |our )?queue (?:for )?too long|retry time(?:out)? (?:not reached|exceeded)|expired (?:in|from) (?:the )?queue/,
];

/** No session came about, or it broke: what is said of mailboxes beside it is about the attempt. */
export const connectionFailed: readonly Phrase[] = [
  /not found,? try again|name service error.{0,80}try again|temporary (?:dns|name resolution|resolver) (?:failure|error)/,
  /\bconnect(?:ion|ing)?\b.{0,20}\b(?:timed? ?out|refused|reset|lost|dropped|aborted|failed|failure)\b/,
  /lost connection|requests? to connect|network is unreachable|no route to host(?!.{0,80}not found)|(?:host|server) (?:is )?(?:unreachable|not reachable|not responding|did not respond)/,
  /(?:timed? ?out|unable|could not|cannot|failed) (?:\w+ ){0,3}(?:connect|reach|contact)/,
];

/** A rule is named, and no reason. */
export const policyWords: readonly Phrase[] = [
  /delivery restriction|restriction check|\bby (?:a |the |our )?(?:recipient |transport |mail flow )?rules?\b/,
  /polic(?:y|ies) (?:reasons?|restrictions?|violations?|rejection|block|denied|prohibits?|does)/,
  /(?:for|due to|because of|by|against|violat\w*|local|our|site|security|company|corporate|restrictive|recipient|server) (?:\w+ ){0,2}polic(?:y|ies)\b/,
  /administrative(?:ly)? (?:prohibit\w*|denied|block\w*|reject\w*|reasons?)/,
];

/** The resolver of the other side has no answer, which says nothing of the name. */
export const dnsSilent: readonly Phrase[] = [
  /(?<!reverse )\bdns (?:query |lookup |server |resolution |request )?(?:timed? ?-?out|timeout|servfail|server failure)/,
];
