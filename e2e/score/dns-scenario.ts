import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readLines, type Rows } from './read-cases';

/** A record in presentation form, as the scenario has it; names may end with a dot. */
export const ScriptRecord = z.object({
  name: z.string(),
  type: z.string(),
  cls: z.string(),
  rdata: z.string(),
});
export type ScriptRecord = z.infer<typeof ScriptRecord>;

const ScriptQuestion = z.object({ name: z.string(), type: z.string(), cls: z.string() });
export type ScriptQuestion = z.infer<typeof ScriptQuestion>;

const Section = z.array(ScriptRecord).default([]);
const Words = z.array(z.string()).default([]);

/** A reply with what a query must be like to get it; or, as a step, a query, or the answer that is expected. */
export const ScriptEntry = z.object({
  match: Words,
  adjust: Words,
  flags: Words,
  rcode: z.string(),
  question: ScriptQuestion.nullish(),
  answer: Section,
  authority: Section,
  additional: Section,
  /** Bytes of the whole reply, in place of all that. */
  answer_hex: z.string().optional(),
  raw: z.boolean().default(false),
});
export type ScriptEntry = z.infer<typeof ScriptEntry>;

/** How a small iterator of its own fared with it, when the set was made. */
export const Usable = z.enum([
  'plain',
  'delegation-cache',
  'plain-first-query',
  'needs-care',
  'only-with-qname-minimisation',
]);
export type Usable = z.infer<typeof Usable>;

export const DnsScenario = z.object({
  file: z.string(),
  title: z.string(),
  usable: Usable,
  root_hints: z.array(z.string()),
  /** Steps that ask, each with the step that tells the answer. */
  queries: z.array(z.object({ step: z.int(), check: z.int() })),
  steps: z.array(z.object({ n: z.int(), type: z.string(), entry: ScriptEntry.optional() })),
  /** Who answers at which addresses, from one step to another. */
  servers: z.array(
    z.object({
      begin: z.int(),
      end: z.int(),
      addresses: z.array(z.string()),
      entries: z.array(ScriptEntry),
    }),
  ),
});
export type DnsScenario = z.infer<typeof DnsScenario>;

/** Throws with one sentence when there is nothing to read. */
export function readDnsScenarios(folder: string): Rows<DnsScenario> {
  if (!existsSync(join(folder, 'cases', 'scenarios')))
    throw new Error(`${folder} has no scenarios: there is no folder ${join(folder, 'cases', 'scenarios')}.`);
  return readLines(join(folder, 'cases', 'expected.jsonl'), DnsScenario);
}
