import { expect, test } from 'vitest';
import { blankReport, session } from '@/e2e/fixtures/build';
import type { DaneHost } from '@/lib/policy/view';
import { samplePolicies } from '@/lib/report/sample';
import { renewal } from './renewal';

const DAY_MS = 86_400_000;
const KEY = 'ab'.repeat(32);

const at = (startedAt: string, days: number) => new Date(Date.parse(startedAt) + days * DAY_MS).toISOString();

/** What is said of an exchange whose certificate has so many of ninety days left. */
function said(daysLeft: number, records: DaneHost['records'], state: DaneHost['state'] = 'ok') {
  const report = blankReport('x', 'user@example.org');
  const certificate = {
    subject: '',
    names: ['mx1.example.org'],
    issuer: '',
    sha256: '00',
    validFrom: at(report.startedAt, daysLeft - 90),
    validTo: at(report.startedAt, daysLeft),
  };
  const tls = { state: 'trusted', protocol: null, cipher: null, certificate, problem: null } as const;
  const own = session(
    {
      n: 1,
      exchange: 'mx1.example.org',
      preference: 10,
      address: '192.0.2.1',
      outcome: 'accepted',
      stage: 'rcpt',
    },
    1,
    [],
  );
  const host = {
    exchange: 'mx1.example.org',
    state,
    reason: null,
    records,
    served: [],
    sessions: [1],
    evidence: [7],
  };
  const dane = { state, isMxSecure: true, hosts: [host] };
  const found = renewal({ ...report, sessions: [{ ...own, tls }], policies: samplePolicies({ dane }) });
  return [...found].map(({ args }) => args['names']);
}

const record = (data: string, about: Partial<DaneHost['records'][number]> = {}) => ({
  data: `${data} ${KEY}`,
  fault: null,
  matches: true,
  ...about,
});

test.each<[string, Parameters<typeof said>]>([
  ['two thirds are left', [60, [record('3 0 1')]]],
  ['it does not fit', [10, [record('3 0 1')], 'mismatch']],
  ['the records name an authority', [10, [record('2 1 1')]]],
  ['another record names the next', [10, [record('3 1 1'), record('3 1 1', { matches: false })]]],
])('nothing: %s', (_, given) => expect(said(...given)).toEqual([]));

test.each<[string, Parameters<typeof said>, string]>([
  ['the certificate', [10, [record('3 0 1')]], 'certificate'],
  ['the key', [10, [record('3 1 1')]], 'key'],
  ['both', [10, [record('3 0 1'), record('3 1 1')]], 'key'],
  [
    'the key, beside what does not count',
    [10, [record('3 1 1'), record('1 1 1', { fault: 'pkix-usage', matches: null })]],
    'key',
  ],
])('they name %s', (_, given, names) => expect(said(...given)).toEqual([names]));
