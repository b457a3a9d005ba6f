import { z } from 'zod';
import {
  type Batch,
  BatchDepth,
  BatchState,
  type BatchTarget,
  TargetChange,
  TargetOutcome,
  TargetState,
} from '@/lib/batch/batch';
import { WaitReason } from '@/lib/batch/wait';
import { ownLink } from '@/lib/own-link';
import { BATCH_CSV_HEAD, batchCsv } from '@/lib/show/batch-csv';
import { shown } from '@/lib/show/shown';
import type { Services } from '../../engine/services';
import { AboutBatch, BatchChange, ListBatches, ListTargets, TargetFilter } from '../../verbs/batch-input';
import {
  batchDifferences,
  batchResults,
  batchTargets,
  type BatchView,
  changeBatch,
  type DifferencePage,
  type ListedBatch,
  listBatches,
  readBatch,
  removeBatch,
  stopBatch,
} from '../../verbs/batches';
import type { Caller } from '../../verbs/caller';
import { startBatch } from '../../verbs/start-batch';
import { LIST } from '../arriving-list';
import { defineRoute } from '../define-route';
import { type InputOf, jsonBody } from '../input';
import { named } from '../named';
import { file, json, NO_STORE, nothing, told } from '../output';
import { HOST_HEADERS, publicLink } from '../public-link';
import { textStream } from '../text-stream';
import { LINK } from './links';

const BatchDocument = z.object({
  id: z.string(),
  url: z.string().describe('link of its page, without the host'),
  name: z.string(),
  depth: BatchDepth,
  state: BatchState,
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
  targets: z.int().describe('different ones'),
  invalid: z.int().describe('different lines that are no target; they are kept with line and reason'),
  repeats: z.int().describe('lines that name one again'),
  former: z.string().nullable().describe('the run of the same list before this one'),
});

const ListedBatchDocument = BatchDocument.extend({ left: z.int().describe('targets that have not ended') });

const BatchViewDocument = BatchDocument.extend({
  counts: z.object({
    states: z.record(TargetState, z.int()),
    outcomes: z.partialRecord(TargetOutcome, z.int()),
    changes: z.partialRecord(TargetChange, z.int()).describe('against the former run'),
    findings: z
      .array(z.object({ code: z.string(), count: z.int() }))
      .describe('targets that have it, most first'),
  }),
  timeLeftMs: z.int().nullable().describe('at the pace of its last checks; null while that is not known'),
  waits: z
    .array(z.object({ reason: WaitReason, domain: z.string().nullable(), until: z.iso.datetime() }))
    .describe('limits that keep some of its targets waiting'),
});

const TargetDocument = z.object({
  line: z.int(),
  lines: z.int().describe('lines that name it'),
  target: z.string().describe('as it stands there'),
  state: TargetState,
  problem: z.object({ code: z.string(), say: z.string() }).nullable().describe('why it is no target'),
  check: z.string().nullable().describe('id; null where none was made, or it is no longer kept'),
  outcome: TargetOutcome.nullable(),
  headline: z.string().nullable(),
  findings: z.array(z.string()).describe('codes, the deciding one first'),
  change: TargetChange.nullable(),
});

const TargetPageDocument = z.object({ items: z.array(TargetDocument), next: z.int().nullable() });

const ResultDocument = z.object({ outcome: TargetOutcome, findings: z.array(z.string()) });

const DifferencePageDocument = z.object({
  former: z.string(),
  items: z.array(
    z.object({
      line: z.int(),
      target: z.string(),
      change: TargetChange.exclude(['same']),
      before: ResultDocument.nullable(),
      after: ResultDocument,
      appeared: z.array(z.string()).describe('codes of findings'),
      gone: z.array(z.string()),
    }),
  ),
  next: z.int().nullable(),
});

const VIEW = named('Batch', BatchViewDocument);
const FINDING = ['batch-not-found'] as const;

export const startBatchRoute = defineRoute({
  method: 'POST',
  path: '/api/batches',
  summary: 'Check a list of up to 100,000 targets, one after the other',
  description:
    'A long list is answered while it is being read. As JSON, or as text with a target a line or in a column of a table: UTF-8, UTF-16 or Windows-1252, up to 16 MB. Each target is ' +
    'checked once; `name` and `depth` stand in the body of JSON, else in the query.',
  input: { query: AboutBatch, body: LIST },
  output: told(
    batchDocument,
    json(named('StartedBatch', BatchDocument), {
      status: 202,
      description: 'Taken; `Location` is where it is read',
      headers: NO_STORE,
      location: ({ id }) => ownLink(`/api/batches/${id}`),
    }),
  ),
  form: {
    done: ({ id }) => ownLink(`/batch/${id}`),
    refused: ({ code, fields }) =>
      ownLink(`/batch?problem=${typeof fields['reason'] === 'string' ? fields['reason'] : code}`),
  },
  problems: ['list-invalid', 'too-many-batches', 'database-unavailable'],
  verb: Object.assign(
    (
      caller: Caller,
      { name, depth, arrive }: InputOf<{ query: typeof AboutBatch; body: typeof LIST }>,
      services: Services,
    ) =>
      startBatch(caller, { arrive: async (share) => ({ name, depth, ...(await arrive(share)) }) }, services),
    { right: 'start-batches' as const },
  ),
});

export const listBatchesRoute = defineRoute({
  method: 'GET',
  path: '/api/batches',
  summary: 'Batches, newest first',
  input: { query: ListBatches },
  output: told(
    ({ items, next }: { items: ListedBatch[]; next: string | null }) => ({
      items: items.map((batch) => ({ ...batchDocument(batch), left: batch.left })),
      next,
    }),
    json(named('BatchPage', z.object({ items: z.array(ListedBatchDocument), next: z.string().nullable() })), {
      description: 'One page',
      headers: NO_STORE,
    }),
  ),
  problems: ['request-invalid'],
  verb: listBatches,
});

export const readBatchRoute = defineRoute({
  method: 'GET',
  path: '/api/batches/{id}',
  summary: 'How a batch stands: counts, time left, what it waits for',
  input: LINK,
  output: told(viewDocument, json(VIEW, { description: 'As it is now', headers: NO_STORE })),
  problems: FINDING,
  verb: readBatch,
});

export const batchTargetsRoute = defineRoute({
  method: 'GET',
  path: '/api/batches/{id}/targets',
  summary: 'The lines of a batch with what came of them, in their order',
  input: { ...LINK, query: ListTargets },
  output: told(
    ({ items, next }: { items: BatchTarget[]; next: number | null }) => ({
      items: items.map(targetDocument),
      next,
    }),
    json(named('BatchTargetPage', TargetPageDocument), { description: 'One page', headers: NO_STORE }),
  ),
  problems: ['request-invalid', ...FINDING],
  verb: batchTargets,
});

export const batchDifferencesRoute = defineRoute({
  method: 'GET',
  path: '/api/batches/{id}/differences',
  summary: 'What differs from the former run of the same list',
  input: { ...LINK, query: ListTargets.pick({ after: true, limit: true }) },
  output: told(
    differencesDocument,
    json(named('BatchDifferencePage', DifferencePageDocument), {
      description: 'One page',
      headers: NO_STORE,
    }),
  ),
  problems: ['request-invalid', 'not-comparable', ...FINDING],
  verb: batchDifferences,
});

export const changeBatchRoute = defineRoute({
  method: 'PATCH',
  path: '/api/batches/{id}',
  summary: 'Pause a batch, or let it go on',
  input: { ...LINK, body: jsonBody(named('BatchChange', BatchChange)) },
  output: told(viewDocument, json(VIEW, { description: 'As it is from now on', headers: NO_STORE })),
  problems: [...FINDING, 'database-unavailable'],
  verb: changeBatch,
});

export const stopBatchRoute = defineRoute({
  method: 'POST',
  path: '/api/batches/{id}/stop',
  summary: 'Stop a batch: what waits is left out, what runs ends',
  input: LINK,
  output: told(viewDocument, json(VIEW, { description: 'As it stands', headers: NO_STORE })),
  problems: [...FINDING, 'database-unavailable'],
  verb: stopBatch,
});

export const removeBatchRoute = defineRoute({
  method: 'DELETE',
  path: '/api/batches/{id}',
  summary: 'Remove a batch that has ended, for good; its checks stay',
  input: LINK,
  output: nothing('It is gone'),
  problems: ['request-invalid', ...FINDING, 'database-unavailable'],
  verb: removeBatch,
});

const RESULTS = { ...LINK, query: TargetFilter, header: HOST_HEADERS };

async function* rowsOf(
  caller: Caller,
  { id, state, outcome, change, finding, q, ...headers }: InputOf<typeof RESULTS>,
  services: Services,
): AsyncGenerator<string> {
  yield BATCH_CSV_HEAD;
  const linkOf = (path: string) => publicLink(path, headers, services.settings.access.url);
  for await (const page of await batchResults(caller, { id, state, outcome, change, finding, q }, services))
    yield batchCsv(shown(page), linkOf);
}

export const batchCsvRoute = defineRoute({
  method: 'GET',
  path: '/api/batches/{id}/results.csv',
  summary: 'The lines of a batch with what came of them, as a table',
  input: RESULTS,
  output: file({
    description: 'CSV (RFC 4180) in UTF-8, in the order of the list',
    type: 'text/csv; charset=utf-8',
    headers: NO_STORE,
    fileName: () => 'mxproof-batch.csv',
    body: textStream,
  }),
  problems: ['request-invalid', ...FINDING],
  verb: Object.assign(
    async (caller: Caller, asked: InputOf<typeof RESULTS>, services: Services) => {
      // What is refused is told before the first row.
      await readBatch(caller, asked, services);
      return rowsOf(caller, asked, services);
    },
    { right: 'list-own' as const },
  ),
});

function batchDocument(batch: Batch): z.infer<typeof BatchDocument> {
  const { id, name, depth, state, createdAt, startedBy, endedAt, targets, invalid, repeats, formerId } =
    batch;
  return {
    id,
    url: ownLink(`/batch/${id}`),
    name,
    depth,
    state,
    createdAt: createdAt.toISOString(),
    createdBy: startedBy,
    endedAt: endedAt?.toISOString() ?? null,
    targets,
    invalid,
    repeats,
    former: formerId,
  };
}

function viewDocument(batch: BatchView): z.infer<typeof BatchViewDocument> {
  const { counts, timeLeftMs, waits } = batch;
  return {
    ...batchDocument(batch),
    counts,
    timeLeftMs,
    waits: waits.map((wait) => ({ ...wait, until: new Date(wait.until).toISOString() })),
  };
}

function targetDocument(row: BatchTarget): z.infer<typeof TargetDocument> {
  const { line, lines, input, state, problem, checkId, outcome, headline, findings, change } = row;
  return { line, lines, target: input, state, problem, check: checkId, outcome, headline, findings, change };
}

function differencesDocument({
  former,
  items,
  next,
}: DifferencePage): z.infer<typeof DifferencePageDocument> {
  return {
    former,
    items: items.map(({ key: _, ...one }) => ({
      ...one,
      before: one.before && { ...one.before, findings: [...one.before.findings] },
      after: { ...one.after, findings: [...one.after.findings] },
    })),
    next,
  };
}
