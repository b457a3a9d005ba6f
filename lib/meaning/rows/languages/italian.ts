import { spoken } from './spoken';

export const ITALIAN = spoken('italian', {
  greylisted: { patterns: ['lista grigia'], example: '451 In lista grigia' },
  blocked: {
    patterns: [
      'lista nera',
      'liste nere',
      'blacklistat',
      '(?:indirizzo ip|il (?:suo|tuo) ip|ip) .{0,40}(?:bloccat|rifiutat)',
    ],
    example: '554 Indirizzo IP in lista nera',
  },
  'spam-content': {
    patterns: [
      '(?:come|contiene|per|e) spam',
      'posta indesiderata',
      'indesiderat',
      'contenuto .{0,30}(?:spam|rifiutat|non consentit)',
    ],
    example: '550 Posta indesiderata',
  },
  virus: {
    patterns: ['allegat[oi] .{0,30}(?:non consentit|vietat|bloccat)'],
    example: '550 Allegato non consentito',
  },
  'message-too-large': {
    patterns: ['troppo grand', 'dimension[ei] .{0,30}(?:massim|supera|ecced|limite)'],
    example: '552 Messaggio troppo grande',
  },
  'mailbox-full': {
    patterns: [
      'casella .{0,30}piena',
      'quota .{0,20}superat',
      'superat\\w* .{0,20}quota',
      'spazio .{0,20}(?:esaurito|insufficiente)',
    ],
    example: '552 La casella è piena',
  },
  'mailbox-unknown': {
    patterns: [
      '(?:destinatario|utente|casella|indirizzo|account)\\w* .{0,60}(?:sconosciut|non (?:esiste|valid|trovat|presente|attiv[ao]? )|inesistente|errat)',
      'nessun (?:utente|destinatario)',
    ],
    example: '550 Utente sconosciuto',
  },
  'mailbox-disabled': {
    patterns: [
      '(?:casella|utente|account|destinatario|indirizzo)\\w* .{0,50}(?:disattivat|disabilitat|sospes|bloccat|chius|inattiv|scadut|non (?:piu )?attiv)',
    ],
    example: '550 Casella disattivata',
  },
  moved: { patterns: ['nuovo indirizzo'], example: '551 Ha un nuovo indirizzo' },
  'relay-denied': {
    patterns: ['inoltro .{0,20}(?:negat|non consentit)'],
    example: '550 Inoltro non consentito',
  },
  'sender-identity': {
    patterns: ['risoluzione inversa', 'reverse[- ]?dns.{0,30}(?:mancante|assente)'],
    example: '550 Manca la risoluzione inversa',
  },
  'auth-required': {
    patterns: [
      'autenticazione .{0,20}(?:richiesta|necessaria|obbligatoria|fallita|non riuscita)',
      'password (?:errata|non valida)',
    ],
    example: '530 Autenticazione richiesta',
  },
  'rate-limited': {
    patterns: [
      'troppi (?:messaggi|destinatari|errori|tentativi)|troppe (?:connessioni|mail|richieste)',
      'limite .{0,30}(?:invio|messaggi)',
    ],
    example: '421 Troppe connessioni',
  },
  'tls-required': {
    patterns: ['crittografia .{0,20}(?:richiesta|obbligatoria)'],
    example: '530 Crittografia obbligatoria',
  },
  busy: {
    patterns: ['(?:server|servizio) .{0,30}(?:occupat|sovraccaric|non disponibil)', 'in manutenzione'],
    example: '421 Il server è occupato',
  },
  'system-error': {
    patterns: ['(?:riprovare|riprova) .{0,20}(?:piu tardi|dopo)', 'errore (?:interno|temporaneo|di sistema)'],
    example: '451 Riprovare più tardi',
  },
  policy: {
    patterns: ['rifiutat', 'negat[oa]\\b', 'non (?:consentit|autorizzat|permess)'],
    example: '550 Rifiutato',
  },
  'domain-unknown': {
    patterns: ['dominio .{0,40}(?:sconosciut|non (?:esiste|valid|trovat)|inesistente)'],
    example: '550 Dominio sconosciuto',
  },
  'sender-rejected': {
    patterns: [
      'mittente\\w* .{0,60}(?:sconosciut|rifiutat|bloccat|inval|non (?:esiste|valid|consentit|autorizzat|accettat))',
    ],
    example: '550 Mittente rifiutato',
  },
});
