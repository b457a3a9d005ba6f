import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeList } from './decode-list';
import { MAX_TARGETS } from './limits';
import { readList, readTargets, type TargetList } from './read-list';

/** What a reading comes to in the end. */
function endOf<T>(reading: Generator<void, T>): T {
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}

const read = (text: string) => endOf(readList(text));

function listIn(text: string): TargetList {
  const list = read(text);
  if (!list.ok) throw new Error(list.problem.say);
  return list.value;
}

/** Line, and what was read there. */
const shown = (text: string) =>
  listIn(text).targets.map(
    ({ line, input, problem }) => `${line} ${problem === null ? '' : `${problem.code}: `}${input}`,
  );

test.each([
  ['', 'empty', 'The list is empty: write one target a line.'],
  [' \r\n\t\n\n', 'empty', 'The list is empty: write one target a line.'],
  ['\ufeff', 'empty', 'The list is empty: write one target a line.'],
  ['a@@b\nx y\n', 'no-targets', /^No line of the list is a target\. Line 1: An address has only one @/],
  [
    Array.from({ length: MAX_TARGETS + 1 }, (_, n) => `d${n}.example`).join('\n'),
    'too-many',
    'The list has more than 100,000 different lines: number 100,001 is line 100001. Nothing of it was started; cut it into several.',
  ],
])('a list that cannot be a batch (%#)', (text, code, say) => {
  expect(read(decodeList(Buffer.from(text)))).toEqual({
    ok: false,
    problem: { code, say: typeof say === 'string' ? say : expect.stringMatching(say) },
  });
});

test.each<[about: string, text: string, shown: string[]]>([
  [
    'lines that are none stay, with their number',
    'a.example\n\nb@@c\nb.example',
    ['1 a.example', '3 at-twice: b@@c', '4 b.example'],
  ],
  ['a NUL is told', 'a.example\nb\0.example', ['1 a.example', '2 control-character: b␀.example']],
  [
    'half a character',
    'a.example\nb\ud800.example',
    ['1 a.example', '2 domain-not-international: b\ufffd.example'],
  ],
  [
    'a line without end is cut',
    `a.example\n${'x'.repeat(5000)}`,
    ['1 a.example', `2 input-too-long: ${'x'.repeat(299)}…`],
  ],
  [
    'any ends of lines',
    'a.example\rb.example\r\nc.example\nd.example',
    ['1 a.example', '2 b.example', '3 c.example', '4 d.example'],
  ],
  ['words alone are domains where nothing better is there', 'localhost\nmuseum', ['1 localhost', '2 museum']],
  ['a head over one column', 'E-Mail\nanna@a.example', ['2 anna@a.example']],
  [
    'a broken first target is no head',
    'anna@@a.example;1\nb@a.example;2',
    ['1 at-twice: anna@@a.example', '2 b@a.example'],
  ],
  [
    'a table with a head, in quotes',
    'name,"e-mail",city\r\n"Doe, Anna",anna@a.example,Bern\r\n"Roe ""Jo""","jo@b.example","Biel"\r\n',
    ['2 anna@a.example', '3 jo@b.example'],
  ],
  [
    'semicolons, with commas inside',
    'Doe, Anna;anna@a.example\nRoe, Jo;jo@b.example',
    ['1 anna@a.example', '2 jo@b.example'],
  ],
  ['tabs', 'a.example\t12\nb.example\t13', ['1 a.example', '2 b.example']],
  ['the head of Excel', 'sep=;\n1;a.example\n2;b.example', ['2 a.example', '3 b.example']],
  [
    'a row without a target',
    'id,domain\n1,a.example\n2,\n3,c.example',
    ['2 a.example', '3 empty: ', '4 c.example'],
  ],
  [
    'mailboxes before domains',
    'a.example,anna@a.example\nb.example,jo@b.example',
    ['1 anna@a.example', '2 jo@b.example'],
  ],
  ['domains with one mailbox between', 'a.example,-\nb.example,jo@b.example', ['1 a.example', '2 b.example']],
  [
    'addresses in one line, as a mail has them',
    'a@x.example, b@x.example,, c d',
    ['1 a@x.example', '1 b@x.example', '1 white-space: c d'],
  ],
  [
    'two columns of addresses are both read',
    'a@x.example;b@x.example\nc@x.example;',
    ['1 a@x.example', '1 b@x.example', '2 c@x.example'],
  ],
  [
    'a quoted local part is no cell in quotes',
    '"a, b"@x.example\n"c d"@x.example',
    ['1 "a, b"@x.example', '2 "c d"@x.example'],
  ],
  ['a cell over two lines', 'a@x.example,"Main St\n1"\nb@x.example,x', ['1 a@x.example', '3 b@x.example']],
  [
    'a quote that is never closed costs nothing',
    'a@x.example,"x\nb@x.example,y\nc@x.example,z',
    ['1 a@x.example', '2 b@x.example', '3 c@x.example'],
  ],
])('%s', (_, text, expected) => expect(shown(text)).toEqual(expected));

test('each target once, with how often it stands there; a domain in either form is one', () => {
  const { targets, repeats } = listIn(
    `${'anna@A.example\n'.repeat(10_000)}b.example\nB.EXAMPLE.\nbücher.example\nxn--bcher-kva.example\nx y\nx y`,
  );
  expect(targets.map(({ input, lines }) => [input, lines])).toEqual([
    ['anna@A.example', 10_000],
    ['b.example', 2],
    ['bücher.example', 2],
    ['x y', 2],
  ]);
  expect(repeats).toBe(10_002);
});

test('no domain has two turns in a row while others wait', () => {
  const { targets } = listIn(
    'a@x.example\nb@x.example\nbad line\nc@x.example\na@y.example\nb@y.example\nz.example',
  );
  const inTurn = targets.filter(({ target }) => target !== null).toSorted((a, b) => a.turn - b.turn);
  expect(inTurn.map(({ input }) => input)).toEqual([
    'a@x.example',
    'a@y.example',
    'z.example',
    'b@x.example',
    'b@y.example',
    'c@x.example',
  ]);
});

test('targets one by one: each is a line, whatever stands in it', () => {
  const list = endOf(readTargets(['a.example', 'b.example\nc.example', 'E-Mail']));
  expect(list.ok && list.value.targets.map(({ line, problem }) => [line, problem?.code])).toEqual([
    [1, undefined],
    [2, 'white-space'],
    [3, undefined],
  ]);
});

describe('what comes as octets', () => {
  const text = 'name;e-mail\r\nÄnne;anna@a.example';
  const bytes = (encoding: 'utf16le' | 'latin1' | 'utf8', before: number[] = []) =>
    Buffer.concat([Buffer.from(before), Buffer.from(text, encoding)]);
  test.each([
    ['UTF-8', bytes('utf8')],
    ['UTF-8 with a mark', bytes('utf8', [0xef, 0xbb, 0xbf])],
    ['UTF-16 with a mark', bytes('utf16le', [0xff, 0xfe])],
    ['UTF-16 without', bytes('utf16le')],
    ['UTF-16 in the other order', bytes('utf16le', [0xff, 0xfe]).swap16()],
    ['UTF-16 in the other order, without a mark', bytes('utf16le').swap16()],
    ['Windows-1252', bytes('latin1')],
  ])('%s', (_, octets) => expect(decodeList(octets)).toBe(text));

  test('any of them give a list or a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 512 }), (octets) => {
        const list = read(decodeList(octets));
        if (!list.ok) return list.problem.say.endsWith('.');
        return list.value.targets.every(({ target, problem }) => (target === null) !== (problem === null));
      }),
    );
  });

  test('nothing is lost: every line is somewhere, once', () => {
    const line = fc.constantFrom(
      'a.example',
      'b@b.example',
      '"c',
      'x y',
      '"d e"@f.example',
      'g;h',
      '"i;j"',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const list = read(lines.join('\n'));
        const counted = list.ok ? list.value.targets.reduce((sum, { lines: n }) => sum + n, 0) : null;
        return counted === null || counted <= lines.filter((one) => one !== '').length * 2;
      }),
    );
  });

  test.each(['"', '"\n', ';"', 'a;"b";', '\r', ',,,,,,', '"a"x,', 'ä'])(
    'a megabyte of %j takes no longer than lines do',
    (piece) => {
      const start = performance.now();
      read(piece.repeat(1_000_000 / piece.length));
      expect(performance.now() - start).toBeLessThan(8_000);
    },
  );
});
