import { expect, test } from 'vitest';
import { readCorefile, zoneOf } from './corefile';

test.each([
  ['', []],
  ['# a.xa {\n\n', []],
  ['A.xa.:53 {\n}', [{ zone: 'a.xa', addresses: [], directives: [] }]],
])('%j', (text, blocks) => {
  expect(readCorefile(text)).toEqual(blocks);
});

test('addresses, directives in one line, and directives in braces', () => {
  const text = `
. { # the root
    bind 127.0.0.2  # ns1
    bind fda1:b2:c3::2 127.0.0.3
    log
    file zones/a.zone a.xa
    template IN NS a.xa {
        answer "a.xa. 600 NS ns1.a.xa. # no comment"
        rcode NXDOMAIN
    }
}
b.xa {
    acl b.xa {
        drop
    }
}`;
  expect(readCorefile(text)).toEqual([
    {
      zone: '.',
      addresses: ['127.0.0.2', 'fda1:b2:c3::2', '127.0.0.3'],
      directives: [
        { words: ['log'], body: [] },
        { words: ['file', 'zones/a.zone', 'a.xa'], body: [] },
        {
          words: ['template', 'IN', 'NS', 'a.xa'],
          body: [
            ['answer', 'a.xa. 600 NS ns1.a.xa. # no comment'],
            ['rcode', 'NXDOMAIN'],
          ],
        },
      ],
    },
    { zone: 'b.xa', addresses: [], directives: [{ words: ['acl', 'b.xa'], body: [['drop']] }] },
  ]);
});

test('the root stays the root', () => {
  expect(zoneOf('.')).toBe('.');
});
