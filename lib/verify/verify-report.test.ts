import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { judge } from '@/lib/findings/judge';
import { emptyReport } from '@/lib/report/empty-report';
import type { EventDocument } from '@/lib/report/event';
import { reduceCheck } from '@/lib/report/reduce';
import type { Report, ReportDocument } from '@/lib/report/report';
import { reportFile } from '@/lib/report/report-file';
import type { StoredEvidence } from '@/lib/report/stored-evidence';
import { upgrade } from '@/lib/report/upgrade';
import { RULES_VERSION } from '@/lib/report/versions';
import { openEvidence } from '@/lib/store/evidence';
import { verifyReport } from './verify-report';

const digestOf = (value: unknown) =>
  `sha256:${createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')}`;

const octets = (text: string) => new TextEncoder().encode(text);
const read = (file: Uint8Array) => verifyReport(file, { digestOf, severities: {} });

interface Frozen extends Pick<Report, 'target' | 'options' | 'vantage'> {
  name: string;
  digest: string;
  body: string;
}

type Json = Record<string, unknown>;

/** What this version writes into a file. */
type WrittenFile = ReportDocument & { evidence: { version: number; events: EventDocument[] } };

function first<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('the file has none');
  return one;
}

/** The file without one of its fields. */
function without(file: WrittenFile, name: keyof WrittenFile): void {
  Reflect.deleteProperty(file, name);
}

/** Files of checks that older versions of mxproof have sealed, as this one writes them. */
const files = new Map<string, { file: Json; version: number }>();

beforeAll(async () => {
  for (const version of [1, 2]) {
    const frozen = JSON.parse(readFileSync(`e2e/fixtures/evidence/v${version}.json`, 'utf8')) as Frozen[];
    for (const { name, digest, body, ...asked } of frozen) {
      const evidence: StoredEvidence = {
        version,
        events: await openEvidence(Buffer.from(body, 'base64'), digest),
      };
      const seen = upgrade(evidence).reduce<Report>(
        reduceCheck,
        emptyReport({
          ...asked,
          id: 'A'.repeat(22),
          startedAt: '',
          versions: { schema: version, rules: RULES_VERSION },
        }),
      );
      const ended: Report = { ...seen, status: 'done', finishedAt: '2026-11-29T20:00:00.000Z', digest };
      const text = reportFile({ ...ended, ...judge(ended) }, evidence);
      files.set(`${name} ${version}`, { file: JSON.parse(text) as Json, version });
    }
  }
});

/** A file of the newest evidence with sessions and findings. */
function aFile(): Json {
  const all = [...files.values()].filter(({ version }) => version === 2).map(({ file }) => file);
  const found = all.find(
    (file) => (file['sessions'] as unknown[]).length > 0 && (file['findings'] as unknown[]).length > 0,
  );
  if (found === undefined) throw new Error('no frozen check has a session');
  return structuredClone(found);
}

function verified(file: Json) {
  const result = read(octets(JSON.stringify(file)));
  if (!result.ok) throw new Error(result.problem);
  return result.value.verification;
}

/** The file with something changed. */
function altered(change: (file: WrittenFile) => void): Json {
  const file = aFile();
  change(file as WrittenFile);
  return file;
}

describe('no report', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', octets(''), 'empty'],
    ['blanks', octets(' \r\n\t'), 'empty'],
    ['octets that are no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'not-utf8'],
    ['NUL octets', new Uint8Array(1_000), 'not-json'],
    ['text', octets('Dear postmaster'), 'not-json'],
    ['a page', octets('<!doctype html><script>alert(1)</script>'), 'not-json'],
    ['JSON that is no object', octets('[1,2]'), 'no-report'],
    ['null', octets('null'), 'no-report'],
    ['JSON of others', octets('{"name":"mxproof","version":"1"}'), 'no-report'],
    ['evidence of others', octets('{"evidence":{"version":0,"events":[]}}'), 'no-report'],
    ['deep nesting', octets('['.repeat(1_000_000)), 'too-deep'],
    ['deep nesting that is closed', octets(`{"a":${'['.repeat(40)}${']'.repeat(40)}}`), 'too-deep'],
    ['an array that is not closed', octets('[1,'), 'not-json'],
  ])('%s', (_, file, reason) => {
    expect(read(file)).toEqual({ ok: false, problem: reason });
  });

  test('every beginning of a report is told as one', () => {
    const text = JSON.stringify(aFile());
    for (const length of [1, 20, 1_000, Math.floor(text.length / 2), text.length - 1])
      expect(read(octets(text.slice(0, length)))).toEqual({ ok: false, problem: 'cut-off' });
  });
});

test('reports of every version of evidence: unaltered, as their evidence, judged the same', () => {
  expect(files.size).toBeGreaterThan(2);
  for (const [name, { file }] of files) {
    const { digest, seen, judgement, today } = verified(file);
    expect([name, digest.state, seen, judgement]).toEqual([
      name,
      'matches',
      { state: 'as-evidence', deviations: { count: 0, first: [] } },
      { state: 'same', areSeveritiesOther: false, deviations: { count: 0, first: [] } },
    ]);
    expect(today?.otherwise?.flatMap(({ different, oneSided }) => [...different, ...oneSided])).toEqual([]);
  }
});

describe('an altered report', () => {
  const lineEvent = ({ evidence }: WrittenFile) =>
    first(evidence.events.flatMap((event) => (event.type === 'smtp.line' ? [event] : [])));

  test.each<[string, (file: WrittenFile) => void, string, string, string]>([
    [
      'an octet of a reply in the evidence',
      (file) => (lineEvent(file).line.text += '!'),
      'differs',
      'otherwise',
      'same',
    ],
    [
      'an octet of a reply where the report shows it',
      (file) => (first(first(file.sessions).transcript).text += '!'),
      'matches',
      'otherwise',
      'same',
    ],
    ['an event left out', (file) => file.evidence.events.pop(), 'differs', 'otherwise', '?'],
    [
      'the words of a finding',
      (file) => (first(file.findings).title += '!'),
      'matches',
      'as-evidence',
      'otherwise',
    ],
    ['a finding left out', (file) => file.findings.shift(), 'matches', 'as-evidence', 'otherwise'],
    [
      'the verdict',
      ({ verdict }) =>
        verdict && (verdict.outcome = verdict.outcome === 'accepted' ? 'permanent' : 'accepted'),
      'matches',
      'as-evidence',
      'otherwise',
    ],
    [
      'the headline',
      ({ verdict }) => verdict && (verdict.headline = 'All is well.'),
      'matches',
      'as-evidence',
      'otherwise',
    ],
    ['the target', (file) => (file.target.domain = 'other.example'), 'matches', 'otherwise', 'same'],
    ['the time', (file) => (file.startedAt = '2020-01-01T00:00:00.000Z'), 'matches', 'otherwise', 'same'],
    ['the digest', (file) => (file.digest = `sha256:${'0'.repeat(64)}`), 'differs', 'as-evidence', 'same'],
    ['the digest left out', (file) => without(file, 'digest'), 'not-stated', 'as-evidence', 'same'],
    [
      'the rules by which it says it was judged',
      (file) => (file.versions.rules = 1),
      'matches',
      'as-evidence',
      'other-rules',
    ],
  ])('%s', (_, change, digest, seen, judgement) => {
    const verification = verified(altered(change));
    expect(verification.digest.state).toBe(digest);
    expect(verification.seen.state).toBe(seen);
    if (judgement !== '?') expect(verification.judgement.state).toBe(judgement);
  });

  test('the place is told, with what stands there and what follows from the evidence', () => {
    const { seen } = verified(altered((file) => (first(file.sessions).exchange = 'evil.example')));
    expect(seen.deviations).toEqual({
      count: 1,
      first: [{ path: '/sessions/0/exchange', stated: '"evil.example"', made: expect.any(String) }],
    });
  });

  test('a severity that somebody has chosen is no alteration, and is told', () => {
    const { judgement } = verified(altered((file) => (first(file.findings).severity = 'notice')));
    expect(judgement).toMatchObject({ state: 'same', areSeveritiesOther: true });
  });

  test('what today’s rules conclude otherwise', () => {
    const { today } = verified(altered((file) => file.findings.shift()));
    const findings = today?.otherwise?.find(({ section }) => section === 'findings');
    expect(findings?.different).toMatchObject([{ a: null, b: expect.any(Array) }]);
  });
});

test('without its evidence: no digest can be made, and it is judged by what it shows', () => {
  const { digest, seen, judgement } = verified(altered((file) => without(file, 'evidence')));
  expect([digest.state, digest.made, seen.state, judgement.state]).toEqual([
    'no-evidence',
    null,
    'not-compared',
    'same',
  ]);
});

test('evidence of a later version: the digest is made, and nothing is judged', () => {
  const { digest, judgement, today } = verified(altered((file) => (file.evidence.version = 99)));
  expect([digest.state, judgement.state, today]).toEqual(['matches', 'not-judged', null]);
});

test('any change of any value gives a verification or a reason, never an exception', () => {
  const text = JSON.stringify(aFile());
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3, unit: 'binary' }), (at, put) => {
      const result = read(octets(`${text.slice(0, at)}${put}${text.slice(at + 1)}`));
      expect(typeof result.ok).toBe('boolean');
    }),
    { numRuns: 60 },
  );
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(...Object.keys(aFile())), (value, key) => {
      expect(read(octets(JSON.stringify({ ...aFile(), [key]: value }))).ok).toEqual(expect.any(Boolean));
    }),
    { numRuns: 60 },
  );
});
