import { z } from 'zod';
import { BatchDepth, TargetChange, TargetOutcome, TargetState } from '@/lib/batch/batch';
import { MAX_TARGET_PAGE } from '@/lib/store/batch-result-store';
import type { RoomShare } from '../engine/memory-room';

/** Characters of what a list is called. */
const MAX_NAME = 100;

/** How a list is to be checked, beside its targets. */
export const AboutBatch = z.object({
  name: z
    .string()
    .trim()
    .max(MAX_NAME, `A name has at most ${MAX_NAME} characters.`)
    .regex(/^\P{Cc}*$/u, 'A name is one line of text.')
    .default('')
    .describe('what the list is called: a later run of a list of this name is compared with this one'),
  depth: BatchDepth.default('greeting').describe(
    'greeting: no mailbox is named to a server; envelope: admins only',
  ),
});

/** Body of `POST /api/batches` as JSON. */
export const StartBatch = z.strictObject({
  targets: z.array(z.string()).describe('each as in a check; what is none is kept with the reason'),
  ...AboutBatch.shape,
});

/** A list on its way. */
export interface ArrivingBatch {
  /** Lets it come as there is room for it; throws what the way of its coming throws. */
  arrive(share: RoomShare): Promise<ArrivedBatch>;
}

export interface ArrivedBatch extends z.infer<typeof AboutBatch> {
  /** A text in whatever encoding, or targets one by one. */
  list: Uint8Array | readonly string[];
}

/** The query of `GET /api/batches`. */
export const ListBatches = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Which targets, by what is known of them. */
export const TargetFilter = z.object({
  state: TargetState.optional(),
  outcome: TargetOutcome.optional(),
  change: z
    .enum([...TargetChange.options, 'differs'])
    .optional()
    .describe('against the former run; differs: all but `same`'),
  finding: z.string().optional().describe('code of a finding that counts for it'),
  q: z.string().optional().describe('text that the line holds'),
});

/** The query of `GET /api/batches/{id}/targets`. */
export const ListTargets = TargetFilter.extend({
  after: z.coerce.number().int().min(0).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(MAX_TARGET_PAGE).default(100),
});

export const BatchChange = z.strictObject({ isPaused: z.boolean() });
