import { z } from 'zod';
import { SEARCH_KINDS } from './entry';

const Found = z.object({
  kind: z.enum(SEARCH_KINDS),
  id: z.string(),
  at: z.iso.datetime(),
  domain: z.string().describe('empty where it is of none'),
  title: z.string(),
  lines: z
    .array(z.array(z.object({ text: z.string(), isMatch: z.boolean() })))
    .describe('what was found in it, in pieces'),
});

/** What was found, a page of it. */
export const SearchPage = z.object({
  domains: z.array(z.string()).describe('that were checked and begin so; on the first page alone'),
  findings: z
    .array(z.object({ code: z.string(), name: z.string() }))
    .describe('of the catalogue, by code and name; on the first page alone'),
  items: z.array(Found).describe('those that were kept last first'),
  next: z.string().nullable(),
});
export type SearchPage = z.infer<typeof SearchPage>;
