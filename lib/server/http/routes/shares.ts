import { z } from 'zod';
import { endShare, listShares, MadeShare, MakeShare, type MadeLink, makeShare } from '../../verbs/shares';
import { defineRoute } from '../define-route';
import { jsonBody } from '../input';
import { named } from '../named';
import { json, NO_STORE, nothing, told } from '../output';
import { LINK } from './links';

export const makeShareRoute = defineRoute({
  method: 'POST',
  path: '/api/checks/{id}/links',
  summary: 'Make a link to a check that has ended, for somebody: without local parts, for a time',
  input: { ...LINK, body: jsonBody(named('MakeLink', MakeShare)) },
  output: json(named('MadeLink', MadeShare), {
    status: 201,
    description: 'Made; `Location` is the page',
    headers: NO_STORE,
    location: ({ url }) => url,
  }),
  problems: ['check-not-found', 'check-damaged', 'check-under-way', 'link-ended', 'database-unavailable'],
  verb: makeShare,
});

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

export const listSharesRoute = defineRoute({
  method: 'GET',
  path: '/api/checks/{id}/links',
  summary: 'Links to a check that were made for somebody, newest first',
  input: LINK,
  output: told(
    (links: MadeLink[]) => ({ items: links.map(linkDocument) }),
    json(named('Links', LinksDocument), { description: 'All of them', headers: NO_STORE }),
  ),
  problems: [],
  verb: listShares,
});

export const endShareRoute = defineRoute({
  method: 'DELETE',
  path: '/api/checks/{id}/links/{share}',
  summary: 'Take a link back: from now on it shows nothing',
  input: { path: z.object({ id: z.string(), share: z.string() }) },
  output: nothing('It shows nothing any more'),
  problems: ['link-not-found', 'database-unavailable'],
  verb: endShare,
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
