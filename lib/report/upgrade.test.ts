import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '@/lib/findings/judge';
import { openEvidence } from '@/lib/store/evidence';
import { emptyReport } from './empty-report';
import { EventDocument, type EvidenceEvent } from './event';
import { reduceCheck } from './reduce';
import type { Report } from './report';
import { upgrade } from './upgrade';
import { SCHEMA_VERSION } from './versions';

const FOLDER = 'e2e/fixtures/evidence';

interface FrozenCheck extends Pick<Report, 'target' | 'options' | 'vantage'> {
  name: string;
  digest: string;
  body: string;
}

const versions = readdirSync(FOLDER).flatMap((file) => /^v(\d+)\.json$/.exec(file)?.[1] ?? []);

test('the evidence of every version is frozen', () => {
  expect(versions.map(Number).sort()).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, n) => n + 1));
});

describe.each(versions)('evidence of version %s', (version) => {
  const frozen = JSON.parse(readFileSync(join(FOLDER, `v${version}.json`), 'utf8')) as FrozenCheck[];

  test.each(frozen)('$name: has its digest, today’s form, and is judged', async (check) => {
    const events = await openEvidence(Buffer.from(check.body, 'base64'), check.digest);
    const upgraded = upgrade({ version: Number(version), events });
    for (const event of upgraded) expect(EventDocument.safeParse(event).error).toBeUndefined();
    const report = upgraded.reduce<Report>(reduceCheck, {
      ...emptyReport({ ...check, id: '', startedAt: '', versions: { schema: SCHEMA_VERSION, rules: 0 } }),
    });
    expect(factsOf(report)).toMatchSnapshot();
    expect(judge({ ...report, status: 'done' }).verdict).not.toBeNull();
  });
});

/** How much of each fact there is. */
function factsOf(report: Report): Record<string, unknown> {
  const { route, zone, dnssec, identity, controlAddress } = report;
  return {
    hosts: route?.hosts.length,
    zone: zone?.name,
    dnssec: dnssec?.state,
    helo: identity?.helo.state,
    control: controlAddress?.outcome,
    exchangeZones: report.exchangeZones.map(({ name }) => name),
    resolvers: report.resolvers.length,
    reverse: report.reverse.length,
    purposes: [...new Set(report.trace.steps.map((step) => step.for))].sort(),
    limits: report.limits.map(({ limit }) => limit),
    sessions: report.sessions.map(({ outcome, limit }) => [outcome, limit]),
  };
}

test.each([[0], [SCHEMA_VERSION + 1]])('version %i is none of ours', (version) => {
  expect(() => upgrade({ version, events: [{ type: 'limit', seq: 1 }] })).toThrow(/version/);
});

test('an event of today stays as it is', () => {
  const event: EvidenceEvent = { type: 'limit', seq: 1, limit: 'zones', count: 3 };
  expect(upgrade({ version: SCHEMA_VERSION, events: [event] })).toEqual([event]);
});
