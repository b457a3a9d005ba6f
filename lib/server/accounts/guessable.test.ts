import { expect, test } from 'vitest';
import { whyGuessable } from './guessable';

const NAMES = ['ada.lovelace@mail.example.org', 'mxproof.example.org'];

const REPEATS = 'it repeats itself';
const ROWS = 'it follows the alphabet, the digits or the keyboard';
const DATES = 'it is a date or a year';
const OWN = 'it is made of your address or of the name of this place';
const COMMON = 'it is made of passwords that many people have';

// NIST SP 800-63B-4 §3.1.1.2; each has 15 characters at least, as every password here.
test.each([
  ['aaaaaaaaaaaaaaa', REPEATS],
  ['passwordpassword', REPEATS],
  ['Summer2026Summer2026!', REPEATS],
  ['abababababababababab', REPEATS],
  ['x'.repeat(128), REPEATS],
  ['abcdefghijklmnopqrstuvwxyz', ROWS],
  ['0123456789abcdef', ROWS],
  ['zxcvbnm,./zxcvbn', ROWS],
  ['29.11.2026 2026', DATES],
  ['password29.11.1991', DATES],
  ['mxproofmxproof1', OWN],
  ['mxproof.example.org', OWN],
  ['ada.lovelace@mail.example.org', OWN],
  ['Lovelace.Ada-2026', OWN],
  ['123456789012345', COMMON],
  ['Password12345678!', COMMON],
  ['P4$$w0rd12345678', COMMON],
  ['thisismypassword', COMMON],
  ['administrator2026', COMMON],
])('%j is refused: %s', async (password, why) => expect(await whyGuessable(password, NAMES)).toBe(why));

test.each([
  'three words and a number 7',
  'correcthorsebatterystaple',
  'mein hund heisst bello',
  'x7Gk2pQ9vRt4LmZ',
  'ada likes 4 old engines',
  'пять слов про погоду',
  '五つの言葉で作った合言葉です、ね',
])('%j is taken', async (password) => expect(await whyGuessable(password, NAMES)).toBeNull());

test('of a long password the beginning is looked at, so that no shape of one takes long', async () => {
  const rest = 'x7Gk2pQ9vRt4LmZ';
  expect(await whyGuessable(`${'a'.repeat(49)}${rest}`, [])).toBeNull();
  expect(await whyGuessable(`${'a'.repeat(64)}${rest}`, [])).toBe(REPEATS);
});
