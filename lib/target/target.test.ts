import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_INPUT_CHARACTERS, parseTarget, type Target, targetView } from './target';

const x = (count: number) => 'x'.repeat(count);
const LABEL = x(63);
const LONG_DOMAIN = `${LABEL}.${LABEL}.${LABEL}.${x(61)}`;

describe('what is no target, with the place', () => {
  test.each([
    ['', 'empty', 0, 0],
    ['   ', 'empty', 3, 0],
    ['<>', 'empty', 1, 0],
    ['mailto:?subject=x', 'empty', 7, 0],
    [x(MAX_INPUT_CHARACTERS + 1), 'input-too-long', MAX_INPUT_CHARACTERS, 1],
    ['a b', 'white-space', 1, 1],
    ['user@exa mple.com', 'white-space', 8, 1],
    [' user@exa mple.com', 'white-space', 9, 1],
    ['a b@example.com', 'white-space', 1, 1],
    ['a\u00a0b@example.com', 'white-space', 1, 1],
    ['a\0b@example.com', 'control-character', 1, 1],
    ['a\u202eb@example.com', 'control-character', 1, 1],
    ['a\ud800b@example.com', 'control-character', 1, 1],
    ['user@exam\0ple.com', 'control-character', 9, 1],
    ['a\r\nDATA@example.com', 'white-space', 1, 1],
    ['mailto:a%4@example.com', 'percent-escape-invalid', 8, 3],
    ['mailto:a%ff@example.com', 'percent-escape-invalid', 8, 3],
    ['<user@example.com', 'angle-bracket-unpaired', 17, 0],
    ['user@example.com>', 'domain-character', 16, 1],
    ['Jane Doe <jane@example.com>', 'display-name', 0, 9],
    ['a@example.com, b@example.com', 'several-targets', 13, 1],
    ['a@example.com;b@example.com', 'several-targets', 13, 1],
    ['https://example.com/', 'web-address', 0, 8],
    ['<@relay.example:user@example.com>', 'source-route', 1, 15],
    ['user(home)@example.com', 'comment', 4, 6],
    ['user@(home)example.com', 'comment', 5, 6],
    ['"user"', 'at-missing', 6, 0],
    ['a@b@example.com', 'at-twice', 3, 1],
    ['@example.com', 'local-part-empty', 0, 0],
    [`${x(65)}@example.com`, 'local-part-too-long', 0, 65],
    ['ü'.repeat(33) + '@example.com', 'local-part-too-long', 0, 33],
    ['a,b@example.com', 'local-part-character', 1, 1],
    ['a:b@example.com', 'local-part-character', 1, 1],
    ['.user@example.com', 'local-part-dot', 0, 1],
    ['user.@example.com', 'local-part-dot', 4, 1],
    ['us..er@example.com', 'local-part-dot', 3, 1],
    ['"user@example.com', 'quote-unclosed', 17, 0],
    ['"user\\"@example.com', 'quote-unclosed', 19, 0],
    ['"us"er@example.com', 'quoted-part-mixed', 4, 1],
    ['us"er"@example.com', 'quoted-part-mixed', 2, 1],
    ['"a\tb"@example.com', 'control-character', 2, 1],
    ['"a\\ü"@example.com', 'quoted-character', 3, 1],
    ['foo@', 'domain-empty', 4, 0],
    [`a@${LONG_DOMAIN}x`, 'domain-too-long', 2, 254],
    [`${x(10)}@${LONG_DOMAIN}`, 'mailbox-too-long', 0, 264],
    ['user@exam_ple.com', 'domain-character', 9, 1],
    ['example.com:25', 'domain-character', 11, 1],
    ['user@xn--a.com', 'domain-not-international', 5, 5],
    ['user@\u05d0a.com', 'domain-not-international', 5, 2],
    ['user@a\u200db.com', 'domain-not-international', 5, 3],
    ['user@1.\u05d0', 'domain-not-international', 5, 3],
    ['user@example.com.', 'domain-ends-with-dot', 16, 1],
    ['.example.com', 'label-empty', 0, 1],
    ['.', 'label-empty', 0, 1],
    ['user@example..com', 'label-empty', 13, 1],
    [`user@${x(64)}.com`, 'label-too-long', 5, 64],
    ['user@-example.com', 'label-hyphen', 5, 1],
    ['user@example-.com', 'label-hyphen', 12, 1],
    ['example.123', 'top-label-numeric', 0, 11],
    ['192.0.2.1', 'address-without-brackets', 0, 9],
    ['user@192.0.2.1', 'address-without-brackets', 5, 9],
    ['2001:db8::1', 'address-without-brackets', 0, 11],
    ['user@[192.0.2.1', 'literal-unclosed', 15, 0],
    ['user@[192.0.2.1].', 'literal-address', 16, 1],
    ['user@[192.0.2.256]', 'literal-address', 6, 11],
    ['user@[192.0.2.010]', 'literal-address', 6, 11],
    ['user@[]', 'literal-address', 6, 0],
    ['user@[2001:db8::1]', 'literal-tag', 6, 0],
    ['user@[x400:abc]', 'literal-tag', 6, 4],
    ['user@[IPv6:fe80::1%eth0]', 'literal-address', 11, 12],
    ['user@[IPv6:::ffff:010.0.0.1]', 'literal-address', 11, 16],
    ['user@[IPv6:2001:db8:::1]', 'literal-address', 11, 12],
  ])('%j: %s at %i, length %i', (input, code, at, length) => {
    expect(parseTarget(input)).toMatchObject({ ok: false, problem: { code, at, length } });
  });
});

describe('what is a target', () => {
  test.each([
    ['example.com', 'domain', 'example.com', null],
    ['EXAMPLE.Com.', 'domain', 'example.com', null],
    ['com', 'domain', 'com', null],
    ['r3---sn.example.com', 'domain', 'r3---sn.example.com', null],
    ['bücher.example', 'domain', 'xn--bcher-kva.example', null],
    ['XN--bcher-kva.example', 'domain', 'xn--bcher-kva.example', null],
    ['faß.example', 'domain', 'xn--fa-hia.example', null],
    ['例え。テスト', 'domain', 'xn--r8jz45g.xn--zckzah', null],
    ['user@example.com', 'mailbox', 'example.com', 'user@example.com'],
    [' \t<User@EXAMPLE.com>\n', 'mailbox', 'example.com', 'User@example.com'],
    ['mailto:user@example.com?subject=a@b', 'mailbox', 'example.com', 'user@example.com'],
    ['<MAILTO:us%65r%2Btag@example.com>', 'mailbox', 'example.com', 'user+tag@example.com'],
    ['mailto:%C3%BC@example.com', 'mailbox', 'example.com', 'ü@example.com'],
    ['用户@例え.テスト', 'mailbox', 'xn--r8jz45g.xn--zckzah', '用户@xn--r8jz45g.xn--zckzah'],
    ['"a b@c\\""@example.com', 'mailbox', 'example.com', '"a b@c\\""@example.com'],
    ['""@example.com', 'mailbox', 'example.com', '""@example.com'],
    ["!#$%&'*+-/=?^_`{|}~@example.com", 'mailbox', 'example.com', "!#$%&'*+-/=?^_`{|}~@example.com"],
    [`${x(64)}@example.com`, 'mailbox', 'example.com', `${x(64)}@example.com`],
    [LONG_DOMAIN, 'domain', LONG_DOMAIN, null],
    ['[192.0.2.1]', 'literal', '[192.0.2.1]', null],
    ['user@[192.0.2.1]', 'literal', '[192.0.2.1]', 'user@[192.0.2.1]'],
    ['user@[ipv6:2001:DB8:0::1]', 'literal', '[IPv6:2001:db8::1]', 'user@[IPv6:2001:db8::1]'],
    ['[IPv6:::192.0.2.1]', 'literal', '[IPv6:::c000:201]', null],
    ['[IPv6:::ffff:192.0.2.1]', 'literal', '[IPv6:::ffff:c000:201]', null],
  ])('%j: %s', (input, kind, domain, mailbox) => {
    expect(parseTarget(input)).toMatchObject({ ok: true, value: { input, kind, domain, mailbox } });
  });

  test('a literal has its address, an international domain its U-labels', () => {
    expect(read('a@[IPv6:2001:db8::1]').address).toBe('2001:db8::1');
    expect(read('a@xn--bcher-kva.example').domainUnicode).toBe('bücher.example');
    expect(targetView(read('example.org'))).not.toHaveProperty('mailbox');
  });
});

describe('any input', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '@',
        '.',
        '"',
        '\\',
        '<',
        '>',
        '[',
        ']',
        'IPv6:',
        'mailto:',
        '%',
        '%40',
        '?',
        '(',
        ' ',
        '-',
        'xn--',
      ],
      ...['example', 'com', '192.0.2.1', '::1', 'ü', 'א', '\u200d', '\ud800', '。', '１', ',', '\0'],
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const input = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  test('gives a target or a problem whose place lies inside the input', () => {
    fc.assert(
      fc.property(input, (text) => {
        const parsed = parseTarget(text);
        if (parsed.ok) return;
        const { at, length, say } = parsed.problem;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThanOrEqual(0);
        expect(at + length).toBeLessThanOrEqual(text.length);
        expect(say).toMatch(/\.$/);
      }),
      { numRuns: 3000 },
    );
  });

  test('what was understood is understood again, as the same', () => {
    fc.assert(
      fc.property(fc.oneof(input, valid()), (text) => {
        const parsed = parseTarget(text);
        if (!parsed.ok) return;
        const printed = parsed.value.mailbox ?? parsed.value.domain;
        expect(read(printed)).toEqual({ ...parsed.value, input: printed });
        const readable = `${parsed.value.localPart ?? 'x'}@${parsed.value.domainUnicode}`;
        expect(read(readable).domain).toBe(parsed.value.domain);
      }),
      { numRuns: 3000 },
    );
  });
});

function valid() {
  const label = fc.stringMatching(/^[a-z0-9ü例]{1,8}$/);
  const domain = fc
    .array(label, { minLength: 1, maxLength: 4 })
    .map((labels) => `${labels.join('.')}.example`);
  const local = fc.oneof(fc.stringMatching(/^[\w!#%+~-]{1,20}$/), fc.stringMatching(/^"[ !#-[\]-~]{0,20}"$/));
  return fc.oneof(
    domain,
    fc.tuple(local, domain).map((parts) => parts.join('@')),
  );
}

function read(text: string): Target {
  const parsed = parseTarget(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.code}`);
  return parsed.value;
}
