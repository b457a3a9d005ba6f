import { spoken } from './spoken';

export const DUTCH = spoken('dutch', {
  greylisted: { patterns: ['grijze lijst'], example: '451 Op de grijze lijst' },
  blocked: {
    patterns: ['zwarte lijst', '(?:ip|ip-adres) .{0,40}geblokkeerd'],
    example: '554 Uw IP-adres is geblokkeerd',
  },
  'spam-content': {
    patterns: ['ongewenste (?:mail|e-?mail|berichten|reclame)', 'als spam'],
    example: '550 Ongewenste reclame',
  },
  virus: {
    patterns: ['bijlage .{0,30}(?:niet toegestaan|geblokkeerd)'],
    example: '550 Bijlage niet toegestaan',
  },
  'message-too-large': { patterns: ['te groot'], example: '552 Het bericht is te groot' },
  'mailbox-full': {
    patterns: ['(?:postvak|mailbox|postbus) .{0,30}\\bvol\\b', 'quotum .{0,20}overschreden'],
    example: '552 De mailbox is vol',
  },
  'mailbox-unknown': {
    patterns: [
      '(?:ontvanger|gebruiker|postbus|mailbox|adres|geadresseerde)\\w* .{0,60}(?:onbekend|bestaat niet|niet (?:gevonden|bekend|geldig)|ongeldig)',
      '(?:onbekende?|ongeldige?) (?:gebruiker|ontvanger|adres|mailbox)',
    ],
    example: '550 Onbekende ontvanger',
  },
  'mailbox-disabled': {
    patterns: [
      '(?:account|mailbox|gebruiker|postbus|(?:e-?mail)?adres)\\w* .{0,40}(?:geblokkeerd|uitgeschakeld|gedeactiveerd|afgesloten|opgeheven|niet (?:meer )?actief)',
    ],
    example: '550 Gebruiker is afgesloten',
  },
  moved: { patterns: ['nieuw(?:e)? (?:e-?mail)?adres'], example: '551 Nieuw adres' },
  'domain-unknown': {
    patterns: ['domein .{0,40}(?:onbekend|bestaat niet|niet gevonden)'],
    example: '550 Het domein bestaat niet',
  },
  'sender-rejected': {
    patterns: [
      'afzender\\w* .{0,60}(?:onbekend|ongeldig|geweigerd|niet (?:geaccepteerd|toegestaan|gevonden)|bestaat niet|geblokkeerd)',
    ],
    example: '550 Afzender geweigerd',
  },
  'auth-required': {
    patterns: ['authenticatie .{0,20}(?:vereist|nodig|mislukt)'],
    example: '530 Authenticatie vereist',
  },
  'rate-limited': {
    patterns: ['te veel .{0,20}(?:verbinding|bericht|ontvanger|mail|poging)'],
    example: '421 Te veel verbindingen',
  },
  'tls-required': {
    patterns: ['versleuteling .{0,20}(?:vereist|verplicht)'],
    example: '530 Versleuteling verplicht',
  },
  'system-error': { patterns: ['probeer .{0,20}(?:later|opnieuw)'], example: '451 Probeer het opnieuw' },
  policy: { patterns: ['geweigerd', 'niet toegestaan'], example: '550 Geweigerd' },
  'sender-identity': { patterns: ['reverse[- ]?dns.{0,30}ontbreekt'], example: '550 Reverse DNS ontbreekt' },
});
