import { z } from 'zod';
import { findingsNamed } from '@/lib/findings/named';
import { AppProblem } from '@/lib/problem';
import { SEARCH_KINDS, type SearchKind } from '@/lib/search/entry';
import { matchingLines } from '@/lib/search/matching-lines';
import type { SearchPage } from '@/lib/search/page';
import { MAX_QUERY, parseQuery, type SearchFault } from '@/lib/search/query';
import { MAX_PAGE } from '@/lib/store/cursor';
import { parseTarget } from '@/lib/target/target';
import { query } from './verb';

/** Why nothing can be searched for. */
export const SEARCH_FAULT_WORDS: Readonly<Record<SearchFault, string>> = {
  empty: 'Say what to search for.',
  'too-long': `A search has ${MAX_QUERY} characters at most.`,
  'too-many-words': 'A search has 20 words at most.',
  'no-letter': 'Search for something that has a letter or a digit.',
};

/** Of one page. */
const LISTED = 25;

export const Search = z.object({
  q: z.string().describe('words, all of which it has; in quotation marks, to the character'),
  kind: z.enum(SEARCH_KINDS).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(LISTED),
});

/** Domains that are named beside. */
const DOMAINS = 10;
const FINDINGS = 5;

/** Notes, checks and mails that have all of it. Throws `request-invalid`. */
export const search = query(
  'list',
  async (_, { q, kind, cursor, limit }: z.infer<typeof Search>, { store }): Promise<SearchPage> => {
    const parsed = parseQuery(q);
    if (!parsed.ok) throw new AppProblem('request-invalid', { say: SEARCH_FAULT_WORDS[parsed.fault] });
    const before = cursor !== undefined && /^\d{1,15}$/.test(cursor) ? Number(cursor) : null;
    const kinds: readonly SearchKind[] = kind === undefined ? SEARCH_KINDS : [kind];
    const isFirst = before === null && kind === undefined;
    const [found, domains] = await Promise.all([
      store.search({ ...parsed.query, kinds, before, limit: limit + 1 }),
      isFirst ? store.domainsFrom(beginOf(q), DOMAINS) : [],
    ]);
    const page = found.slice(0, limit);
    return {
      domains,
      findings: isFirst ? findingsNamed(q, FINDINGS) : [],
      items: page.map(({ kind: what, objectId: id, at, domain, text }) => ({
        kind: what,
        id,
        at: at.toISOString(),
        domain,
        title: titleOf(what, text),
        lines: matchingLines(text, parsed.query),
      })),
      next: found.length > limit ? String(page.at(-1)?.place ?? '') : null,
    };
  },
);

/** The first line of a note is its domain. */
function titleOf(kind: SearchKind, text: string): string {
  const [first = '', second = ''] = text.split('\n');
  return kind === 'note' ? second : first;
}

/** What begins a domain, in A-labels where it is a whole one. */
function beginOf(typed: string): string {
  const text = typed.trim().toLowerCase();
  const target = parseTarget(text);
  return target.ok ? target.value.domain : text;
}

/** The same for a page, which says itself why nothing can be searched for. A kind that there is not is every kind. */
export const searchFor = query(
  'list',
  async (
    caller,
    { q, kind, cursor }: { q: string; kind: string; cursor: string },
    services,
  ): Promise<{ page: SearchPage | null; fault: string | null }> => {
    const asked = {
      q,
      ...(cursor !== '' && { cursor }),
      kind: Search.shape.kind.catch(undefined).parse(kind),
    };
    try {
      return { page: await search(caller, { ...asked, limit: LISTED }, services), fault: null };
    } catch (error) {
      if (error instanceof AppProblem && error.code === 'request-invalid')
        return { page: null, fault: error.say };
      throw error;
    }
  },
);
