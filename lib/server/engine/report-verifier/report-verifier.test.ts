import { afterEach, expect, test } from 'vitest';
import { greatestCheck } from '@/e2e/fixtures/greatest-check';
import { judge } from '@/lib/findings/judge';
import { emptyReport } from '@/lib/report/empty-report';
import { isEvidence } from '@/lib/report/event';
import { createRecord } from '@/lib/report/record';
import { reportFile } from '@/lib/report/report-file';
import { RULES_VERSION, SCHEMA_VERSION } from '@/lib/report/versions';
import { canonicalJson, digestOf } from '@/lib/store/evidence';
import { shared } from '../thread/shared-memory';
import { createReportVerifier, type ReportVerifier } from './report-verifier';

/** Far above what a busy machine needs. */
const PATIENT = { timeout: 120_000 };

/** Octets that are taken (`lib/server/http/read-hand-over.ts`). */
const MOST = 28 * 1024 * 1024;

let verifier: ReportVerifier | undefined;
afterEach(() => verifier?.close());

const verify = async (octets: Uint8Array, ms?: number) => {
  verifier = createReportVerifier(undefined, ms);
  return verifier.verify(await shared([octets]), {});
};

/** The file of the greatest check that there can be. */
function greatestFile(): string {
  const asked = {
    target: { input: 'a.example', kind: 'domain', domain: 'a.example', domainUnicode: 'a.example' },
    options: { depth: 'envelope' },
    vantage: { helo: 'probe.example', sender: '<>', softwareVersion: 'test' },
  } as const;
  const at = '2026-11-29T20:00:00.000Z';
  const versions = { schema: SCHEMA_VERSION, rules: RULES_VERSION };
  const record = createRecord(emptyReport({ ...asked, id: 'A'.repeat(22), startedAt: at, versions }));
  record.note({ type: 'started', at, ...asked });
  greatestCheck(record.note);
  const events = record.events().filter(isEvidence);
  const digest = digestOf(canonicalJson(JSON.parse(JSON.stringify(events))));
  const ended = { ...record.report(), status: 'done', finishedAt: at, digest } as const;
  return reportFile({ ...ended, ...judge(ended) }, { version: SCHEMA_VERSION, events });
}

test('the file of the greatest check is taken, and verified in time', PATIENT, async () => {
  const octets = Buffer.from(greatestFile());
  expect(octets.length).toBeLessThan(MOST);
  const verified = await verify(octets);
  expect(verified).toMatchObject({
    ok: true,
    value: {
      verification: {
        digest: { state: 'matches' },
        seen: { state: 'as-evidence' },
        judgement: { state: 'same' },
      },
    },
  });
});

test('what takes too long, or too much memory, is given up', PATIENT, async () => {
  expect(await verify(Buffer.from(greatestFile()), 10)).toBeNull();
  // Millions of the smallest objects.
  const millions = await verify(Buffer.from(`{"a":[${'[[]],'.repeat(4_000_000)}[]]}`), 60_000);
  expect(millions?.ok ?? false).toBe(false);
});
