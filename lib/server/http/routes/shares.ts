import { z } from 'zod';
import type { ProblemCode } from '@/lib/problem';
import {
  endShare,
  type Linked,
  listShares,
  MadeShare,
  MakeShare,
  type MadeLink,
  makeShare,
} from '../../verbs/shares';
import { defineRoute, type Route } from '../define-route';
import { jsonBody } from '../input';
import { named } from '../named';
import { json, NO_STORE, nothing, told } from '../output';
import { LINK } from './links';

const LinkDocument = z.object({
  id: z.string(),
  madeAt: z.iso.datetime(),
  madeBy: z.string().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  end: z.enum(['run-out', 'taken-back']).nullable().describe('null while it holds'),
  hidesLocalParts: z.boolean(),
  line: z.string(),
});

const LinksDocument = z.object({ items: z.array(LinkDocument) });

/** Of what links are made, below which path, and what stands against one. */
interface LinkedThing {
  kind: Linked['kind'];
  /** In words. */
  what: string;
  path: `/api/${string}`;
  problems: readonly ProblemCode[];
}

/** The calls that make, list and take back links. */
type LinkRoutes = Record<'make' | 'list' | 'end', Route>;

function linkRoutes({ kind, what, path, problems }: LinkedThing): LinkRoutes {
  const says = { kind };
  return {
    make: defineRoute({
      method: 'POST',
      path: `${path}/links`,
      summary: `Make a link to ${what}, for somebody: without local parts, for a time`,
      input: { ...LINK, says, body: jsonBody(named('MakeLink', MakeShare)) },
      output: json(named('MadeLink', MadeShare), {
        status: 201,
        description: 'Made; `Location` is the page',
        headers: NO_STORE,
        location: ({ url }) => url,
      }),
      problems: [...problems, 'link-ended', 'database-unavailable'],
      verb: makeShare,
    }),
    list: defineRoute({
      method: 'GET',
      path: `${path}/links`,
      summary: `Links to ${what} that were made for somebody, newest first`,
      input: { ...LINK, says },
      output: told(
        (links: MadeLink[]) => ({ items: links.map(linkDocument) }),
        json(named('Links', LinksDocument), { description: 'All of them', headers: NO_STORE }),
      ),
      problems: [],
      verb: listShares,
    }),
    end: defineRoute({
      method: 'DELETE',
      path: `${path}/links/{share}`,
      summary: 'Take a link back: from now on it shows nothing',
      input: { path: z.object({ id: z.string(), share: z.string() }), says },
      output: nothing('It shows nothing any more'),
      problems: ['link-not-found', 'database-unavailable'],
      verb: endShare,
    }),
  };
}

export const checkLinkRoutes = linkRoutes({
  kind: 'check',
  what: 'a check that has ended',
  path: '/api/checks/{id}',
  problems: ['check-not-found', 'check-damaged', 'check-under-way'],
});

export const mailLinkRoutes = linkRoutes({
  kind: 'mail',
  what: 'a bounce or a complaint',
  path: '/api/bounces/{id}',
  problems: ['report-not-found', 'mail-damaged'],
});

function linkDocument(link: MadeLink): z.infer<typeof LinkDocument> {
  const { id, createdAt, createdBy, expiresAt, end, hidesLocalParts, line } = link;
  return {
    id,
    madeAt: createdAt.toISOString(),
    madeBy: createdBy,
    expiresAt: expiresAt?.toISOString() ?? null,
    end,
    hidesLocalParts,
    line,
  };
}
