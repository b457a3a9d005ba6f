import type { Category } from './categories';

interface WordRule {
  category: Category;
  pattern: RegExp;
}

function rule(category: Category, pattern: RegExp): WordRule {
  return { category, pattern };
}

/**
 * What phrases mean whoever says them, over normalised text; the first that fits counts, so the more exact stand
 * before the more general. Gaps are bounded: every pattern takes linear time.
 */
export const WORD_RULES: readonly WordRule[] = [
  rule(
    'greylisted',
    /\bgr[ae]y[ -]?list|postgrey|\b(?:try again|retry|come back)\b.{0,60}\b(?:first (?:time|contact)|unknown (?:sender|triplet)|new (?:sender|triplet)|sender not yet)|\b(?:first (?:time|contact)|(?:new|unknown) (?:sender|triplet))\b.{0,60}\btry again/,
  ),
  rule(
    'virus',
    /\bvirus|\bmalware|\btrojan|\bphish|\bworm\b|infected|clamav|\beicar|dangerous (?:attachment|content)|(?:attachment|file|extension)s?\b.{0,40}\b(?:not (?:allowed|permitted|accepted)|forbidden|prohibited|banned|blocked|unsafe|potential)|(?:banned|forbidden|prohibited|illegal|blocked) (?:attachment|file|extension|content)|executable/,
  ),
  rule(
    'message-too-large',
    /(?:message|mail|size|nachricht|mensaje|mensagem|messaggio|bericht|taille|tamano|tamanho|data)\b.{0,50}(?:\btoo (?:big|large|long)|exceed(?:s|ed|ing)?\b.{0,40}(?:size|limit|maximum|fixed)|zu gro|trop (?:gros|volumineu|grand)|demasiado grande|muito grande|troppo grande|te groot)|\bsize limit|larger than|maximum (?:message |allowed )?size|(?:exceeds?|over|maximum|max)\b.{0,30}\bmessage size|message length exceeds|max message size|superiore? al(?:la)? (?:limite|massim)/,
  ),
  rule(
    'mailbox-full',
    /(?:mail ?box|mail ?store|inbox|account|user|recipient|quota|storage|postfach|disk|boite|buzon|caixa|casella|folder|maildir)\b.{0,60}(?:\bfull\b|\bover ?(?:quota|its quota|the quota|storage|size limit)|exceed(?:s|ed|ing)?\b.{0,30}(?:quota|storage|space|allow|limit|size)|out of (?:storage|space|quota)|\bvoll\b|ueberfuellt|uberfullt|pleine|llen[ao]\b|cheia|lotada|piena|\bvol\b)|over ?quota|over its (?:storage |mail ?box )?(?:limit|quota)|quota.{0,30}(?:exceed|full|depass|exced|superad|uberschritten|reached)|\b(?:exceed|over)\w*\b.{0,30}\bquota|insufficient (?:disk |storage )?(?:space|quota) in (?:mailbox|account)|not enough (?:disk |storage )?space.{0,30}(?:mailbox|account|user)|too many messages in (?:the )?mailbox|mailfolder is full/,
  ),
  rule(
    'loop',
    /too many hops|hop count|mail loop|routing loop|\bloop(?:s|ing|ed)?\b.{0,30}(?:detect|back|to me|myself)|too many received|loops? back to (?:my|it)self|(?:mail|message|forward\w*) (?:is )?loop/,
  ),
  rule(
    'tls-required',
    /must issue (?:a )?starttls|starttls (?:first|is required|required|command first|failed)|(?:tls|ssl|encrypt\w*)\b.{0,40}\b(?:requir|needed|mandatory|not available|negotiation|handshake|must|too (?:old|weak))|(?:requires?|need(?:s|ed)?|must use|only accept\w*)\b.{0,30}\b(?:tls|ssl|encrypt)|unencrypted|secure connection (?:is )?required|requiretls/,
  ),
  rule(
    'auth-failed',
    /\bspf\b|\bdkim\b|\bdmarc\b|\barc\b.{0,10}(?:fail|valid)|sender policy framework|not authori[sz]ed to send (?:mail |email |messages )?(?:for|from|on behalf)|unauthenticated (?:e-?mail|message|sender)|does(?: not|n't) pass authentication|not permitted to send from|sender id\b.{0,20}(?:fail|perm)|(?:email|message|mail) (?:is )?(?:not authenticated|lacks? authentication)|not (?:a )?designated (?:as a )?(?:permitted )?(?:sender|mailer)|domain (?:owner )?(?:discourages|policy).{0,40}(?:host|reject)|does not designate|spoof/,
  ),
  rule(
    'sender-identity',
    /(?:reverse|\bptr\b|\brdns\b|\bfcrdns\b|reverse-?dns|hostname|host name|client host)\b.{0,60}(?:missing|not found|fail|no(?:t|ne)?\b|does(?: not|n't)|invalid|mismatch|without|lookup|require|generic|dynamic|find your|resol|unknown|record|verif)|(?:no|missing|without|invalid|lacks?|must have|need|bad|cannot find your|can't find your|generic|cannot resolve your|valid)\b.{0,30}(?:\bptr\b|reverse|\brdns|hostname|host name)|\b(?:helo|ehlo)\b.{0,60}(?:invalid|reject|fqdn|not|bad|must|resol|bogus|fake|fail|denied|mismatch|need|match|name)|(?:invalid|bogus|bad|forged|fake|incorrect|unacceptable|numeric|your)\b.{0,20}\b(?:helo|ehlo)\b|cannot find your (?:hostname|reverse)|(?:dynamic|residential|dial-?up|dhcp)\b.{0,20}(?:ip|address|host|pool|range|not)|fix (?:your )?(?:reverse )?dns/,
  ),
  rule(
    'rate-limited',
    /too many (?:e-?mails?|messages|connections?|concurrent|simultaneous|recipients|rcpt|errors|sessions|mails|invalid|unknown|bad|attempts|login|requests|commands)|too (?:fast|frequent|much mail|quickly)|rate[ -]?(?:limit|control|exceed)|\bthrottl|exceeded (?:the |your |its )?(?:max\w* |allowed |hourly |daily |sending |connection |message )*(?:rate|limit|number|connections?|quota)|(?:limit|maximum|max)\b.{0,40}(?:connections?|messages|recipients|e-?mails|per (?:hour|minute|day|second|session|connection|ip))|connection (?:rate|limit|frequency)|(?:sending|message|mail|connection) (?:limit|frequency|rate|quota)|slow down|flood|unusual rate|receiving mail at a rate|frequency limit|volume|zu viele|trop de|demasiad[oa]s|muit[oa]s (?:conex|mens)|troppi|te veel/,
  ),
  rule(
    'spam-content',
    /(?:content|message|mail|body|e-?mail|nachricht)\b.{0,60}\b(?:spam|unsolicited|bulk|junk|uce|ube)|classified as|(?:looks|detected|considered|identified|marked|tagged|recogni[sz]ed|flagged|regarded|scored|suspected|erkannt|als) .{0,15}\b(?:spam|junk|bulk|unsolicited)|\bspam\b.{0,30}(?:message|content|score|detect|filter|mail|reject|refus|threshold|not (?:wanted|accept)|level|suspected|erkannt)|(?:message|mail|e-?mail)\b.{0,30}\b(?:contains?|content)\b.{0,40}(?:url|link|listed|unacceptable|objectionable|reject|suspicious|denied|forbidden|blocked)|(?:reject\w*|refus\w*|block\w*|denied) (?:\w+ ){0,5}(?:content|spam)\b|content[ -]?(?:reject|filter|denied|policy|blocked)|\b(?:high|low|bayes|probab\w*)\b.{0,15}spam|(?:surbl|uribl|spamassassin|rspamd|url .{0,20}blacklist)|unsolicited (?:mail|bulk|commercial)|bulk (?:e-?mail|mail)|courrier indesirable|correo no deseado|\bspam (?:rejected|blocked|detected)|gtube|no spam|is spam\b/,
  ),
  rule(
    'relay-denied',
    /\brelay(?:ing)?\b|not (?:a |an )?(?:local|hosted|gateway|allowed) (?:domain|host)|(?:isn't|is not|not) in my list of allowed rcpthosts|rcpthosts|does(?: not|n't) (?:serve|handle|accept mail for) (?:this|that|the) domain|(?:domain|recipient domain|destination)\b.{0,30}(?:not (?:hosted|local|served|handled|configured|accepted)|isn't (?:local|hosted|allowed))|we do(?: not|n't) (?:relay|handle|accept mail for|host)|not (?:our|my) domain|no relai|weiterleit\w* (?:nicht|verweigert)|no such domain (?:here|at this)|mail not accepted for (?:this|that) domain|not a valid domain here/,
  ),
  rule(
    'not-accepting-mail',
    /null ?mx|(?:does(?: not|n't)|do not|not|never|no longer) (?:currently )?(?:accept|receiv|tak)(?:e|es|ing|ed)? (?:any )?(?:e-?mails?|mails?|incoming|inbound|smtp|messages)|no (?:smtp|mail) service|no mail accepted|no smtp here|not a mail (?:server|exchanger|host)|mail service (?:is )?(?:disabled|not (?:available|provided))|no-?reply/,
  ),
  rule(
    'sender-rejected',
    /(?:sender|envelope from|return[ -]?path|\bmail from (?:address|domain)|from address|from domain|domain of sender|originator|absender|expediteur|remitente|remetente|mittente|afzender|reverse-path)(?:'s)?\b.{0,70}(?:reject|not (?:exist|found|valid|accept|resol|allowed|permitted|verif)|does(?: not|n't)|invalid|unknown|verif|refus|denied|blocked|bad|fail|no valid|must|required|unroutable|syntax|\bmx\b|no existe|inconnu|unbekannt|ungultig|nicht|sconosciut)|(?:invalid|bad|unknown|unverified|fake|forged|could not verify|cannot verify|verify|unresolvable|rejected|blocked|no such) (?:the |your )?(?:e-?mail |mail )?(?:sender|originator|return|from address|from domain|envelope)|callback|callout|call-?ahead.{0,20}sender|sender verif|mailfrom/,
  ),
  rule(
    'blocked',
    /\bblack ?-?list|\bblock ?-?list|\bdeny ?-?list|\bdnsbl\b|\brbl\b|\bxbl\b|\bsbl\b|\bpbl\b|spamhaus|spamcop|barracuda ?(?:central|reputation)|sorbs|uceprotect|invaluement|\bpsbl\b|mailspike|\bcbl\b|abuseat|senderscore|spamrats|\bnixspam\b|listed (?:in|on|at|by|as)|(?:ip|address|host|server|client|network|connection|connections)\b.{0,60}(?:blocked|banned|bloc?que|gesperrt|bloquead|bloccat|geblokkeerd|block list|denied access|poor reputation|bad reputation|low reputation|reputation|prohibited|not (?:allowed|permitted|authori[sz]ed) to connect|on our (?:block|black))|(?:blocked|banned|refus\w+|reject\w+|denied)\b.{0,40}\b(?:ip|address|host|network|connection|isp)\b|poor reputation|bad reputation|reputation|abus(?:e|ive)|(?:spam|complaint)s? (?:source|sent|from (?:your|this))|block(?:ed|ing) (?:using|by)|you (?:are|have been) (?:blocked|banned)/,
  ),
  rule(
    'auth-required',
    /authentication (?:is )?(?:required|needed|failed|failure|unsuccessful|credentials|rejected|denied)|auth\w*\b.{0,12}(?:required|first|fail)|must (?:be )?(?:authenticat|log ?in)|(?:invalid|bad|incorrect|wrong) (?:credentials|login|username|user ?name|password)|not (?:authenticated|logged in)|login (?:required|failed|denied)|pop before smtp|smtp auth|check (?:for|your) (?:new )?mail first|client was not authenticated|log ?in (?:first|before)|authentifi|password (?:incorrect|expired)/,
  ),
  rule(
    'mailing-list',
    /(?:mailing ?list|distribution (?:list|group)|\blist\b|\bgroup\b|members?)\b.{0,60}(?:only|not (?:allowed|permitted|authori|a member|accept|subscri)|restrict|closed|moderat|expan|post|member)|not (?:a )?(?:member|subscrib)|only (?:members|subscribers)|(?:not (?:allowed|permitted|authori[sz]ed)|permission) to post/,
  ),
  rule(
    'mailbox-disabled',
    /(?:mail ?box|account|user|recipient|address|e-?mail|alias|konto|postfach|compte|cuenta|conta|buzon|boite|customer|domain)\b.{0,60}(?:disabled|inactive|suspend|deactivat|de-activat|locked|frozen|closed|terminated|blocked|unavailable due to inactivity|dormant|expired|not active|no longer active|on hold|cancel|not activated|deaktiviert|gesperrt|desactiv|inativ|disattivat|disabilitat|geblokkeerd|not currently accept|temporarily (?:disabled|locked|unavailable|inactive)|not (?:accepting|receiving|allowed to receive|able to receive))|(?:disabled|inactive|suspended|deactivated|locked|closed|expired|frozen|dormant|blocked) (?:\w+ ){0,2}(?:mail ?box|account|user|recipient|address)|extended inactivity|billing|unpaid/,
  ),
  rule(
    'moved',
    /(?:user|mail ?box|recipient|address|account)\b.{0,40}\b(?:has moved|moved to|changed (?:to|address)|new address|relocated|has changed)|please (?:try|forward|use) (?:the )?(?:new )?addr|new (?:e-?mail )?address is|user not local;? (?:will|please)|has (?:moved|left)|no longer (?:works|employed|with|at)/,
  ),
  rule(
    'mailbox-unknown',
    /(?:user|recipient|mail ?box|account|address(?:ee)?|alias|destination|local[ -]?part|e-?mail|inbox|person|rcpt|receiver|customer|empfanger|benutzer|postfach|adresse|konto|destinataire|utilisateur|boite|compte|destinatario|usuario|buzon|cuenta|direccion|conta|endereco|caixa|utente|casella|indirizzo|ontvanger|gebruiker|postbus|adres)\b.{0,80}(?:\bunknown|not (?:found|known|exist|listed|valid|recogni|a valid|here|local|be (?:found|delivered)|have an? |in (?:our|the|my|ldap|ad)|on (?:this|our)|registered|present|defined|match)|(?:does|do|did|is|was|are|could|can)(?:n't|nt| not)\b.{0,20}(?:exist|exit|found|valid|match|know|recogni|have|local)|no longer|invalid|unavailable|undeliverable|unroutable|unrouteable|nonexist|non-exist|doesnt exist|never exist|lookup fail|verif\w* fail|fail|no existe|no (?:es )?valid|no encontr|unbekannt|nicht (?:gefunden|vorhanden|bekannt|existier|verfugbar|zugestellt|erreich)|existiert nicht|ungultig|inconnu|n'existe|introuvable|invalide|inexist|desconhecid|desconocid|nao (?:existe|encontr)|sconosciut|non (?:esiste|valid|trovat|e (?:valid|stat))|onbekend|bestaat niet|niet (?:gevonden|bekend)|has been removed|deleted|discontinued|is not|ga? ?sonzai)|(?:unknown|no such|no|invalid|non-?existe?nt|undeliverable|unrouteable|unroutable|bad|wrong|cannot find|illegal|inexistent|unrecogni[sz]ed|not a valid|not find|unbekannter?|kein(?:e|en)? (?:solch\w* )?|aucun|ningun|nessun|geen) (?:such |the |this |local |destination |forward |rcpt |virtual |e-?mail |valid |that )*(?:user|recipient|mail ?box|account|address|local[ -]?part|alias|name|person|id|entry|mailhost|empfanger|benutzer|postfach|adresse|utilisateur|destinataire|usuario|destinatario|utente|gebruiker|here|one here|member|adres)|unrouteable|unroutable|not our customer|user unknown|sorry, no mailbox|there is no (?:one|user|such)|nobody (?:here|by)|deactivated or|is not (?:a )?known|not known (?:at|here|to)|recipientnotfound|undeliverable address|sonzai shi|addr (?:not found|unknown|invalid|does not exist)|cannot deliver to|delivery to .{0,20} not possible|does not like recipient|no mailbox|(?:invalid|unknown) rcpt|not deliverable/,
  ),
  rule(
    'domain-unknown',
    /(?:domain|host|hostname|host name|mx|\bdns\b|system|domaine?|dominio|nameserver)\b.{0,50}(?:not (?:found|exist|known|valid|resol)|unknown|does(?: not|n't)|(?:can|could)(?:not|n't| not)|nxdomain|no (?:mx|such|a record|valid|route)|invalid|no existe|inconnu|unbekannt|nonexist|points? to)|(?:unknown|no such|bad|invalid|illegal|unresolvable|cannot find|couldn't find|no valid|cannot resolve) (?:any |the |recipient |remote |destination |mail )*(?:host|domain|destination|system|mx|exchanger|hostname)|unable to route|no route to (?:the )?(?:domain|recipient)|all relevant mx|name service error|no mail (?:hosts|servers) for|no mx|name or service not known/,
  ),
  rule(
    'content-format',
    /(?:header|subject|mime|message-?id|rfc ?(?:5322|2822|822|2045)|\bdate\b|charset|bare (?:lf|cr|newline)|8-?bit|line length|line too long|utf-?8|encoding|from: ?(?:line)?|received|non-?ascii|smtputf8|multipart)\b.{0,60}(?:not|missing|invalid|must|malformed|fail|too|syntax|violat|bad|require|unsupported|illegal|more than|multiple|duplicate|refus|reject|support|allowed|conform|complian)|(?:missing|invalid|malformed|bad|multiple|duplicate|bare|no|improper|empty|without|non-?compliant|conversion) .{0,25}(?:headers?|mime|message-?id|\bfrom:|\bdate:|newline|\blf\b|subject|utf-?8|character|conversion)|not (?:rfc|compliant)|malformed|stray newline|unsupported (?:charset|encoding|media)|conversion/,
  ),
  rule(
    'expired',
    /(?:expired|too (?:long|old)|retry time(?:out)?|could not be delivered (?:for|within|in)|queue (?:lifetime|time)|undeliverable for|giving up|retries? (?:exceeded|exhausted)|retry timeout exceeded|delivery time|not been delivered (?:for|within|in)|been (?:in the queue|frozen|trying) )/,
  ),
  rule(
    'network-error',
    /(?:connection|connect(?:ing)?|session|conversation|network|socket|connexion|verbindung|conexion)\b.{0,50}(?:timed? ?-?out|refused|reset|lost|dropped|failed|unreachable|aborted|broken|closed unexpectedly|error|unexpected|terminated)|no (?:answer|response|route)|unreachable|time[d-]? ?out|could ?n[o']t connect|unable to connect|no route to host|\bdns\b.{0,30}(?:fail|error|time|temp|problem|servfail)|(?:host|domain|name)\b.{0,15} (?:lookup|service) (?:did not complete|fail|error|temp)|host not (?:reachable|responding)|connection (?:to|with)|servfail|broken pipe/,
  ),
  rule(
    'busy',
    /\bbusy\b|overload|too (?:much|high) load|(?:system|server) load|load (?:too|average|is)|shutting down|going down|closing (?:transmission|channel|connection|session)|resources? (?:temporarily )?unavailable|resources|service (?:is )?(?:temporarily )?(?:not available|unavailable|closing)|(?:server|service|system)\b.{0,30}(?:unavailable|not available|maintenance|down)|congest|temporarily (?:unavailable|deferred)|concurrency|maintenance/,
  ),
  rule(
    'protocol-error',
    /syntax|command (?:not|un|is not|out|rejected|param|line)|(?:bad|unknown|unrecogni[sz]ed|unimplemented|invalid|unsupported|unexpected|wrong|illegal) (?:sequence|command|parameter|argument|option|verb)|(?:not|un) ?(?:implemented|recogni[sz]ed|supported)|pipelin|protocol (?:error|violation)|need (?:mail|rcpt|helo|ehlo)|(?:say|send|polite)\b.{0,10}(?:hello|helo|ehlo)|no valid recipients|improper|early talker|synchroni[sz]ation|before (?:helo|mail|rcpt|greeting|data)|nested mail|duplicate (?:helo|mail)|sequence|nested/,
  ),
  rule(
    'system-error',
    /(?:local|internal|system|server|temporary|database|software|config\w*|disk|storage|ldap|lookup|mysql|sql|io|i\/o|i\/o|queue|file|write|backend|dead|milter|policy server|policy service|directory|resolver|filter|script)\b.{0,40}(?:error|fail|problem|full|down|misconfig|unavailable|not (?:available|respond|work)|broken|unable|trouble)|out of (?:memory|disk|space)|insufficient (?:system |disk |memory |storage)|not enough (?:disk |system )?(?:space|memory|storage)|no space left|unable to (?:create|open|write|lock|fork|deliver|queue|process|spawn|verify|look)|cannot (?:open|create|write|lock|fork|append)|i\/o error|temporary (?:failure|problem|error|lookup)|mail system full|misconfigur|server configuration|try (?:again|later)/,
  ),
  rule(
    'policy',
    /polic(?:y|ies)|polit|access (?:is )?denied|denied|reject|refus|not (?:allowed|permitted|authori[sz]ed|accept|wanted|welcome)|unauthori[sz]ed|forbidden|prohibited|administrative|restricted|blocked|security|block|verweigert|abgelehnt|abgewiesen|rifiutat|rechazad|rejeitad|recusad|geweigerd/,
  ),
];
