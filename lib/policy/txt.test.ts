import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTxtStrings, textOfTxt } from './txt';

test.each([
  ['nothing', '', '""'],
  ['quotes, backslashes, and what does not print', 'a"b\\c\nd', String.raw`"a\"b\\c\010d"`],
  ['what is not ASCII, as its octets', 'ü', String.raw`"\195\188"`],
  ['more than one string holds', 'x'.repeat(256), `"${'x'.repeat(255)}" "x"`],
])('written: %s', (_, text, data) => expect(inTxtStrings(text)).toBe(data));

test('what is written is read again as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      expect(Buffer.from(textOfTxt(inTxtStrings(text)), 'latin1').toString('utf8')).toBe(
        Buffer.from(text, 'utf8').toString('utf8'),
      );
    }),
  );
});
