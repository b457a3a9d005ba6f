import { expect, test } from 'vitest';
import type { FixRecord } from '@/lib/report/finding';
import { fixForms } from './fix-forms';

const SPF: FixRecord = {
  name: 'example.org',
  type: 'TXT',
  data: 'v=spf1 mx ~all',
  instead: ['v=spf1 mx +all'],
};
const DMARC: FixRecord = {
  name: '_dmarc.example.org',
  type: 'TXT',
  data: 'v=DMARC1; p=none',
  instead: 'all',
};
const TLSA: FixRecord = { name: '_25._tcp.mx1.example.org', type: 'TLSA', data: '3 1 1 ab12', instead: [] };

test.each<[string, FixRecord[], string[], string[]]>([
  [
    'a record that takes the place of one among others',
    [SPF],
    [
      'D_EXTEND("example.org",',
      '  // in place of TXT("@", "v=spf1 mx +all"),',
      '  TXT("@", "v=spf1 mx ~all"),',
      'END);',
    ],
    [
      'update delete example.org. TXT "v=spf1 mx +all"',
      'update add example.org. 3600 TXT "v=spf1 mx ~all"',
      'send',
    ],
  ],
  [
    'two of one domain, and one of a host, which stands beside others',
    [SPF, DMARC, TLSA],
    [
      'D_EXTEND("example.org",',
      '  // in place of TXT("@", "v=spf1 mx +all"),',
      '  TXT("@", "v=spf1 mx ~all"),',
      '  TXT("_dmarc", "v=DMARC1; p=none"),',
      'END);',
      'D_EXTEND("mx1.example.org",',
      '  TLSA("_25._tcp", 3, 1, 1, "ab12"),',
      'END);',
    ],
    [
      'update delete example.org. TXT "v=spf1 mx +all"',
      'update add example.org. 3600 TXT "v=spf1 mx ~all"',
      'update delete _dmarc.example.org. TXT',
      'update add _dmarc.example.org. 3600 TXT "v=DMARC1; p=none"',
      'update add _25._tcp.mx1.example.org. 3600 TLSA 3 1 1 ab12',
      'send',
    ],
  ],
  [
    'what would end a string or a line is escaped',
    [{ ...DMARC, data: 'a"b\\c\nd' }],
    ['D_EXTEND("example.org",', '  TXT("_dmarc", "a\\"b\\\\c\\nd"),', 'END);'],
    [
      'update delete _dmarc.example.org. TXT',
      'update add _dmarc.example.org. 3600 TXT "a\\"b\\\\c\\010d"',
      'send',
    ],
  ],
])('%s', (_, records, control, update) => {
  const [first, second] = fixForms(records);
  expect(first?.text.split('\n')).toEqual(control);
  expect(second?.text.split('\n')).toEqual(update);
});
