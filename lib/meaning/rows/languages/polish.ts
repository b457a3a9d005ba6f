import { spoken } from './spoken';

export const POLISH = spoken('polish', {
  greylisted: { patterns: ['szara lista'], example: '451 Szara lista' },
  blocked: {
    patterns: ['czarnej liscie', 'czarna lista', 'adres ip .{0,40}(?:zablokowan|odrzucon)'],
    example: '554 Adres IP został zablokowany',
  },
  'spam-content': { patterns: ['jako spam', 'niechcian'], example: '550 Wiadomość niechciana' },
  virus: {
    patterns: ['zalacznik .{0,30}(?:niedozwolon|zabronion|zablokowan)'],
    example: '550 Załącznik zabroniony',
  },
  'message-too-large': {
    patterns: ['za duz', 'przekracza .{0,20}rozmiar', 'rozmiar .{0,30}przekr'],
    example: '552 Rozmiar przekroczony',
  },
  'mailbox-full': {
    patterns: ['skrzynka .{0,30}(?:pelna|przepelnion)', 'przekroczon[ay] .{0,20}(?:limit|quota|pojemnos)'],
    example: '552 Skrzynka jest pełna',
  },
  'mailbox-unknown': {
    patterns: [
      '(?:uzytkownik|odbiorca|adresat|skrzynka|konto|adres)\\w* .{0,60}(?:nieznan|nie istnieje|nie znalezion|niepoprawn|bledn)',
      'nie ma takie(?:go|j) (?:uzytkownika|adresu|konta|skrzynki)',
      'brak (?:takiego )?(?:uzytkownika|konta|skrzynki|odbiorcy)',
    ],
    example: '550 Użytkownik nieznany',
  },
  'mailbox-disabled': {
    patterns: [
      '(?:konto|skrzynka|uzytkownik)\\w* .{0,40}(?:zablokowan|nieaktywn|wylaczon|zawieszon|usuniet)',
    ],
    example: '550 Konto zablokowane',
  },
  moved: { patterns: ['nowy adres'], example: '551 Nowy adres odbiorcy' },
  'domain-unknown': {
    patterns: ['domena .{0,40}(?:nie istnieje|nieznana|neexistuje)'],
    example: '550 Domena nie istnieje',
  },
  'sender-rejected': {
    patterns: [
      'nadawca\\w* .{0,60}(?:nieznan|odrzucon|zablokowan|niepoprawn|nie istnieje)',
      '(?:adres )?nadawcy .{0,60}(?:nieznan|odrzucon|zablokowan|niepoprawn|nie istnieje)',
    ],
    example: '550 Nadawca odrzucony',
  },
  'auth-required': {
    patterns: ['wymagan\\w+ .{0,10}(?:autoryzacj|uwierzytelni)'],
    example: '530 Wymagana autoryzacja',
  },
  'rate-limited': {
    patterns: [
      'zbyt (?:wiele|duzo|czesto)',
      'przekroczon\\w* .{0,20}limit\\w* .{0,20}(?:polaczen|wiadomosci|wysyl)',
    ],
    example: '421 Zbyt wiele połączeń',
  },
  busy: { patterns: ['serwer .{0,20}(?:zajety|przeciazon)'], example: '421 Serwer przeciążony' },
  'system-error': {
    patterns: ['sprobuj .{0,20}(?:pozniej|ponownie)', 'blad (?:wewnetrzny|serwera|tymczasowy)'],
    example: '451 Spróbuj ponownie',
  },
  policy: { patterns: ['odrzucon', 'odmowa', 'zabronion'], example: '550 Odmowa' },
  'sender-identity': { patterns: ['reverse[- ]?dns.{0,30}brak'], example: '550 Reverse DNS: brak' },
});
