import { spoken } from './spoken';

export const GERMAN = spoken('german', {
  blocked: {
    patterns: [
      'sperrliste',
      'schwarze[nr]? liste',
      'ip[ -]?adresse .{0,40}(?:gesperrt|blockiert|abgelehnt)',
      '(?:ip|host|server|absender-?ip) .{0,20}(?:gesperrt|blockiert)',
    ],
    example: '554 Ihre IP-Adresse wurde gesperrt',
  },
  'spam-content': {
    patterns: [
      '(?:als|fur|verdacht auf|wegen) (?:werbe-?mail|spam)',
      'spam-?verdacht',
      'unerwunschte (?:werbung|nachricht|e-?mail|werbe-?mail)',
    ],
    example: '550 Unerwünschte Werbung',
  },
  virus: {
    patterns: [
      'schadsoftware',
      'schadprogramm',
      'anhang .{0,30}(?:nicht erlaubt|verboten|blockiert|unzulassig|gefahrlich)',
      'anhange .{0,30}(?:nicht erlaubt|verboten)',
    ],
    example: '550 Anhang nicht erlaubt',
  },
  'message-too-large': {
    patterns: [
      '(?:nachricht|mail|e-?mail|datei) .{0,20}zu gro(?:ss|ß)',
      'maximale (?:nachrichten)?gro(?:ss|ß)e',
      'zu gro(?:ss|ß)e (?:nachricht|mail)',
    ],
    example: '552 Nachricht zu groß',
  },
  'mailbox-full': {
    patterns: [
      '(?:postfach|mailbox|konto|posteingang|speicher\\w*) .{0,40}(?:voll|ueberfuellt|uberfullt|erschopft|ausgelastet)',
      '(?:postfach|mailbox|speicher|quota)\\w* .{0,30}(?:uberschritten|ueberschritten)',
      'zuviele mails',
      'kein (?:freier )?speicherplatz',
    ],
    example: '552 Das Postfach ist voll',
  },
  'mailbox-unknown': {
    patterns: [
      '(?:empfanger|empfaenger|benutzer|postfach|mailadresse|e-?mail-?adresse|adresse|adressat|teilnehmer|konto|mailbox)\\w* .{0,60}(?:unbekannt|existiert nicht|nicht (?:gefunden|vorhanden|bekannt|existier|verfugbar|erreichbar|zustellbar|gultig|eingerichtet)|ungultig|ungueltig)',
      '(?:unbekannte[rs]?|ungultige[rs]?|ungueltige[rs]?|kein(?:e|en)? solche[rsn]?) (?:empfanger|empfaenger|benutzer|adresse|postfach|mailbox|e-?mail)',
      'kein(?:en|e)? (?:solches |gultiges )?(?:benutzer|postfach|empfanger|mailbox)',
      'nicht zustellbar',
    ],
    example: '550 Empfänger unbekannt',
  },
  'mailbox-disabled': {
    patterns: [
      '(?:konto|benutzer|postfach|mailbox|adresse|account|empfanger)\\w* .{0,50}(?:deaktiviert|gesperrt|stillgelegt|geschlossen|inaktiv|abgeschaltet|nicht (?:mehr )?aktiv|gekundigt|geloscht)',
      '(?:deaktivierte?[rs]?|gesperrte?[rs]?) (?:konto|postfach|benutzer)',
    ],
    example: '550 Das Konto wurde gesperrt',
  },
  moved: {
    patterns: ['neue (?:e-?mail-?)?adresse', 'ist umgezogen', 'arbeitet nicht mehr'],
    example: '551 Bitte verwenden Sie die neue E-Mail-Adresse',
  },
  'domain-unknown': {
    patterns: [
      'dom[aä]i?n(?:e|name|ne)? .{0,40}(?:existiert nicht|unbekannt|nicht (?:gefunden|vorhanden|bekannt))',
      'unbekannte domain',
    ],
    example: '550 Unbekannte Domain',
  },
  'relay-denied': {
    patterns: ['weiterleit\\w* .{0,20}(?:nicht|verweigert|verboten|abgelehnt)'],
    example: '550 Weiterleitung abgelehnt',
  },
  'sender-rejected': {
    patterns: [
      '(?:absender|versender)(?:adresse|domain|-?domain)?\\w* .{0,60}(?:unbekannt|existiert nicht|ungultig|ungueltig|abgelehnt|abgewiesen|gesperrt|blockiert|nicht (?:gefunden|akzeptiert|erlaubt|existier|verifizier|gultig))',
      '(?:unbekannter|ungultiger) absender',
    ],
    example: '550 Absender ist gesperrt',
  },
  'auth-required': {
    patterns: [
      '(?:anmeldung|authentifizierung|authentisierung) .{0,20}(?:erforderlich|notwendig|fehlgeschlagen|benotigt)',
      'falsches (?:passwort|kennwort)',
    ],
    example: '530 Anmeldung erforderlich',
  },
  'rate-limited': {
    patterns: [
      'zu viele .{0,30}(?:verbindung|nachricht|mail|empfanger|anfrage|versuch|fehler)',
      '(?:zu (?:viele|haufig)|limit .{0,30}(?:erreicht|uberschritten))',
    ],
    example: '421 Zu viele Verbindungen',
  },
  'tls-required': {
    patterns: [
      'verschlusselung .{0,20}(?:erforderlich|notwendig|pflicht)',
      'verschluesselung .{0,20}erforderlich',
    ],
    example: '530 Verschlüsselung erforderlich',
  },
  busy: {
    patterns: [
      '(?:server|system|dienst) .{0,30}(?:uberlastet|ueberlastet|ausgelastet|nicht verfugbar)',
      'wartungsarbeiten',
    ],
    example: '421 Der Server ist überlastet',
  },
  'system-error': {
    patterns: [
      '(?:spater|spaeter|nochmals?|erneut) .{0,20}(?:versuch|probier)',
      'versuchen sie .{0,30}(?:spater|spaeter|erneut)',
      '(?:interner?|temporarer?|voruber?gehender?) (?:server)?fehler',
    ],
    example: '451 Interner Fehler',
  },
  loop: { patterns: ['mail-?schleife', 'zu viele hops'], example: '554 Mailschleife erkannt' },
  policy: {
    patterns: [
      'verweigert',
      'abgelehnt',
      'abgewiesen',
      'zuruckgewiesen',
      'nicht (?:erlaubt|gestattet|akzeptiert|berechtigt|zugelassen)',
      'unzulassig',
    ],
    example: '550 Annahme verweigert',
  },
  'sender-identity': {
    patterns: ['reverse[- ]?dns.{0,30}(?:fehlt|nicht|ungultig)'],
    example: '550 Reverse-DNS fehlt',
  },
});
