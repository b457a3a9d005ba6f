import { join } from 'node:path';
import { z } from 'zod';
import { type DmarcOutcome, evaluateDmarc, type ProvenDomain } from '@/lib/policy/dmarc/align';
import { discoverDmarc } from '@/lib/policy/dmarc/discover';
import { reportPermission } from '@/lib/policy/dmarc/external-reports';
import { type DmarcRecord, isDmarc, isWellFormed, parseDmarc } from '@/lib/policy/dmarc/record';
import { type Half, isIn } from './half';
import { type Outcome, type Score, summarise } from './outcome';
import { readLines } from './read-cases';
import { keyOf, lookUpIn, type TableName, txtData, type ZoneTable } from './zone-table';

/** A zone as one project writes it (lists of strings), or another (a text for each record, or the word for a failure). */
const Zone = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string()), z.object({ TXT: z.array(z.array(z.string())).optional() })]),
);

const Domain = z.union([z.string(), z.object({ domain: z.string() })]);

const Call = z.object({
  input: z.union([
    z.string(),
    z.object({
      headerFrom: z.union([z.string(), z.array(z.string())]),
      dkimDomains: z.array(Domain).default([]),
      spfDomains: z.array(Domain).default([]),
    }),
  ]),
  zone: Zone,
  errors: z.record(z.string(), z.unknown()).optional(),
});

const Expectation = z.object({ result: z.string().optional(), op: z.string(), expected: z.unknown() });

const DmarcRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dmarc-record'), id: z.string(), input: z.string(), valid: z.boolean() }),
  z.object({
    kind: z.enum(['dmarc-evaluation', 'dmarc-lookup']),
    id: z.string(),
    calls: z.array(Call),
    expects: z.array(Expectation),
  }),
  z.object({
    kind: z.literal('dmarc-lookup-outcome'),
    id: z.string(),
    domain: z.string(),
    zone: Zone,
    outcome: z.string(),
    policy_domain: z.string().optional(),
  }),
  z.object({
    kind: z.literal('dmarc-external-report'),
    id: z.string(),
    domain: z.string(),
    report_domain: z.string(),
    zone: Zone,
    accepts: z.boolean(),
  }),
  z.object({
    kind: z.literal('dmarc-alignment'),
    id: z.string(),
    zone: Zone,
    header_from: z.string(),
    mail_from_domain: z.string(),
    dkim_domain: z.string(),
    dkim_result: z.string(),
    spf_result: z.string(),
    expect_dkim: z.string(),
    expect_spf: z.string(),
    policy: z.string(),
  }),
  z.object({
    kind: z.literal('dmarc-policy-discovery'),
    id: z.string(),
    zone: Zone,
    existing_names: z.array(z.string()),
    header_from: z.string(),
    policy: z.string(),
  }),
]);
type DmarcRow = z.infer<typeof DmarcRow>;
type Row<K extends DmarcRow['kind']> = Extract<DmarcRow, { kind: K }>;
type Figure = 'record' | 'lookup' | 'evaluation' | 'reports' | 'formerRecord' | 'ofTheLibrary';
type Points = Outcome<Figure>['points'];

/** Of the rows, what a library hands back beside what the standard says, and the shape of that. */
const OF_THE_LIBRARY = /^(?:status\.comment|resolver\.calls|alignment\.dkim\.underSized)/;

/** Records, the tree walk, alignment and reports. Throws with one sentence when there is nothing to read. */
export async function scoreDmarc(folder: string, half: Half | null = null): Promise<Score> {
  const { rows, unreadable } = readLines(join(folder, 'cases', 'cases.jsonl'), DmarcRow);
  const outcomes: Outcome<Figure>[] = [];
  for (const row of rows.filter(({ id }) => isIn(half, id)))
    outcomes.push(apart(row.id, await pointsOf(row)));
  const { lines, figures } = summarise(outcomes, [
    'record',
    'lookup',
    'evaluation',
    'reports',
    'formerRecord',
    'ofTheLibrary',
  ]);
  return { lines: [...unreadable, ...lines], figures: { ...figures, unreadable: unreadable.length } };
}

/** What only RFC 7489 says, or only a library does, is told and makes no row wrong. */
function apart(name: string, points: Points): Outcome<Figure> {
  const isBeside = ({ figure }: Points[number]) => figure === 'formerRecord' || figure === 'ofTheLibrary';
  return { name, points: points.filter((one) => !isBeside(one)), beside: points.filter(isBeside) };
}

function pointsOf(row: DmarcRow): Promise<Points> {
  switch (row.kind) {
    case 'dmarc-record':
      return Promise.resolve(recordPoints(row));
    case 'dmarc-evaluation':
      return evaluationPoints(row);
    case 'dmarc-lookup':
      return lookupPoints(row);
    case 'dmarc-lookup-outcome':
      return outcomePoints(row);
    case 'dmarc-external-report':
      return reportPoints(row);
    case 'dmarc-alignment':
      return alignmentPoints(row);
    case 'dmarc-policy-discovery':
      return discoveryPoints(row);
  }
}

function recordPoints({ input, valid }: Row<'dmarc-record'>): Points {
  const record = parseDmarc(input);
  const isValid = isDmarc(input) && isWellFormed(record);
  const miss = `${isValid ? 'taken' : 'refused'}: ${input} ${JSON.stringify(record.faults)}`;
  // RFC 9989 §4.7 leaves the order open but for the version; RFC 7489 §6.3 did not.
  const isOfOrder = isValid && record.faults.some(({ what }) => what === 'p-not-second');
  return [{ figure: isOfOrder ? 'formerRecord' : 'record', isRight: isValid === valid, miss }];
}

async function evaluationPoints({
  calls,
  expects,
}: Row<'dmarc-evaluation' | 'dmarc-lookup'>): Promise<Points> {
  const outcomes: (DmarcOutcome | null)[] = [];
  for (const { input, zone } of calls) {
    if (typeof input === 'string') continue;
    const from = typeof input.headerFrom === 'string' ? [input.headerFrom] : input.headerFrom;
    const [domain, ...others] = [...new Set(from.map(domainOf))];
    outcomes.push(
      domain === undefined || others.length > 0
        ? null
        : await evaluateDmarc(
            domain,
            [...provenBy('dkim', input.dkimDomains), ...provenBy('spf', input.spfDomains)],
            lookUpIn(tableOf(zone)),
          ),
    );
  }
  // A row of several calls expects as many things of each, in order.
  const each = Math.max(1, Math.floor(expects.length / Math.max(1, outcomes.length)));
  return expects.map((expected, n) =>
    point('evaluation', expected, evaluationView(outcomes[Math.floor(n / each)] ?? null)),
  );
}

function evaluationView(outcome: DmarcOutcome | null): unknown {
  if (outcome === null) return false;
  const { discovery, result, alignments } = outcome;
  const by = (mechanism: 'spf' | 'dkim') => ({
    strict: (mechanism === 'dkim' ? discovery.record?.adkim : discovery.record?.aspf) === 's',
    result: alignments.find((one) => one.by === mechanism && one.isAligned)?.domain,
  });
  return {
    ...tagsView(discovery.record),
    status: { result },
    policy: discovery.applied ?? 'none',
    alignment: { dkim: by('dkim'), spf: by('spf') },
  };
}

async function lookupPoints({ calls, expects }: Row<'dmarc-evaluation' | 'dmarc-lookup'>): Promise<Points> {
  const [call] = calls;
  if (call === undefined || typeof call.input !== 'string') return [];
  const found = await discoverDmarc(call.input, lookUpIn(tableOf(call.zone)));
  const view =
    found.record === null ? false : { ...tagsView(found.record), isOrgRecord: found.state === 'inherited' };
  return expects.map((expected) => point('lookup', expected, view));
}

/** Tags as that project names them: numbers as numbers, what has no name under `false`. */
function tagsView(record: DmarcRecord | null): Record<string, unknown> {
  return Object.fromEntries(
    (record?.tags ?? []).map(({ name, value, text }) => {
      if (name === null) return [text, false];
      if (name === '') return ['false', `=${value}`];
      return [name.toLowerCase(), /^\d+$/.test(value) && name !== 'fo' ? Number(value) : value];
    }),
  );
}

async function outcomePoints(row: Row<'dmarc-lookup-outcome'>): Promise<Points> {
  const { state, from } = await discoverDmarc(row.domain, lookUpIn(tableOf(row.zone)));
  const outcome =
    from !== null && state !== 'invalid' ? 'found' : state === 'temperror' ? 'temperror' : 'none';
  const isRight = outcome === row.outcome && (row.policy_domain === undefined || from === row.policy_domain);
  return [{ figure: 'lookup', isRight, miss: `${state} from ${from}, should be ${row.outcome}` }];
}

async function reportPoints(row: Row<'dmarc-external-report'>): Promise<Points> {
  const { state } = await reportPermission(row.domain, row.report_domain, lookUpIn(tableOf(row.zone)));
  return [{ figure: 'reports', isRight: (state === 'permitted') === row.accepts, miss: state }];
}

async function alignmentPoints(row: Row<'dmarc-alignment'>): Promise<Points> {
  const proven: ProvenDomain[] = [
    ...(row.dkim_result === 'pass' ? [{ by: 'dkim' as const, domain: row.dkim_domain }] : []),
    ...(row.spf_result === 'pass' ? [{ by: 'spf' as const, domain: row.mail_from_domain }] : []),
  ];
  const outcome = await evaluateDmarc(domainOf(row.header_from), proven, lookUpIn(tableOf(row.zone)));
  const isAligned = (by: 'spf' | 'dkim') => outcome.alignments.some((one) => one.by === by && one.isAligned);
  const isRight =
    isAligned('dkim') === (row.expect_dkim === 'pass') &&
    isAligned('spf') === (row.expect_spf === 'pass') &&
    outcome.discovery.policy === row.policy;
  return [{ figure: 'evaluation', isRight, miss: JSON.stringify(outcome.alignments) }];
}

async function discoveryPoints(row: Row<'dmarc-policy-discovery'>): Promise<Points> {
  const there = row.existing_names.map((name): [string, TableName] => [
    keyOf(name),
    { records: { A: ['192.0.2.1'] }, isFailing: false },
  ]);
  const table = new Map([...there, ...tableOf(row.zone)]);
  const { policy } = await discoverDmarc(domainOf(row.header_from), lookUpIn(table));
  return [
    { figure: 'evaluation', isRight: policy === row.policy, miss: `${policy}, should be ${row.policy}` },
  ];
}

function point(
  of: Figure,
  { result = '', op, expected }: z.infer<typeof Expectation>,
  view: unknown,
): Points[number] {
  const figure = OF_THE_LIBRARY.test(result) || expected === 'number' ? 'ofTheLibrary' : of;
  const got = result === '' ? view : valueAt(view, result.split('.'));
  const isRight =
    op === 'include'
      ? String(got).includes(String(expected))
      : op === 'type'
        ? typeof got === expected
        : String(got) === String(expected);
  return {
    figure,
    isRight,
    miss: `${result}: ${JSON.stringify(got)}, should be ${JSON.stringify(expected)}`,
  };
}

function valueAt(value: unknown, [name, ...path]: readonly string[]): unknown {
  if (name === undefined) return value;
  return typeof value === 'object' && value !== null && name in value
    ? valueAt((value as Record<string, unknown>)[name], path)
    : undefined;
}

function provenBy(by: 'spf' | 'dkim', domains: readonly z.infer<typeof Domain>[]): ProvenDomain[] {
  return domains.map((one) => ({ by, domain: typeof one === 'string' ? one : one.domain }));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function tableOf(zone: z.infer<typeof Zone>): ZoneTable {
  return new Map(
    Object.entries(zone).map(([name, value]): [string, TableName] => {
      if (typeof value === 'string') return [keyOf(name), { records: {}, isFailing: true }];
      const texts = Array.isArray(value) ? value.map((text) => [text]) : (value.TXT ?? []);
      return [keyOf(name), { records: { TXT: texts.map(txtData) }, isFailing: false }];
    }),
  );
}
