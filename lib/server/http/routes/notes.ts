import { z } from 'zod';
import { SearchPage } from '@/lib/search/page';
import { ownLink } from '@/lib/own-link';
import { noteLines } from '@/lib/show/note-lines';
import { shown } from '@/lib/show/shown';
import type { Services } from '../../engine/services';
import type { Caller } from '../../verbs/caller';
import {
  allNotes,
  ListNotes,
  listNotes,
  type Note,
  type NotePage,
  WriteNote,
  writeNote,
  WrittenNote,
} from '../../verbs/notes';
import { Search, search } from '../../verbs/search';
import { defineRoute } from '../define-route';
import { type InputOf, jsonBody } from '../input';
import { named } from '../named';
import { asksForJson, file, json, linesOrJson, NO_STORE, told } from '../output';

export const writeNoteRoute = defineRoute({
  method: 'POST',
  path: '/api/notes',
  summary: 'Write a note into the changelog',
  input: { body: jsonBody(named('WriteNote', WriteNote)) },
  output: json(named('WrittenNote', WrittenNote), {
    status: 201,
    description: 'Written; `Location` is the page that shows it',
    headers: NO_STORE,
    location: ({ id }) => ownLink(`/notes/${id}`),
  }),
  problems: ['database-unavailable'],
  verb: writeNote,
});

const NoteDocument = z.object({
  id: z.string(),
  domain: z.string().describe('empty: of the whole installation'),
  at: z.iso.datetime().describe('when it was done'),
  text: z.string().describe('exactly as it was typed'),
  writtenAt: z.iso.datetime().nullable(),
  writtenBy: z.string().nullable(),
  checkId: z.string().nullable(),
  edited: z.object({ at: z.iso.datetime(), by: z.string().nullable() }).nullable(),
});

const NotePageDocument = z.object({ items: z.array(NoteDocument), next: z.string().nullable() });

const LIST_NOTES = { query: ListNotes, header: z.object({ accept: z.string().optional() }) };

/** Lines are read by programs that know no pages, unless they ask for so many. */
async function notesOf(
  caller: Caller,
  { accept, limit, ...asked }: InputOf<typeof LIST_NOTES>,
  services: Services,
): Promise<NotePage> {
  return asksForJson(accept) || limit !== undefined
    ? listNotes(caller, { ...asked, limit }, services)
    : allNotes(caller, asked, services);
}

export const listNotesRoute = defineRoute({
  method: 'GET',
  path: '/api/notes',
  summary: 'Notes, newest first: as lines for grep, or as JSON where that is asked for',
  input: LIST_NOTES,
  output: linesOrJson(
    file({
      description:
        'Every line of every note, after its time, domain and author; `# more: cursor=…` at the end where there are more',
      type: 'text/plain; charset=utf-8',
      headers: NO_STORE,
      body: ({ items, next }: NotePage) => noteLines(shown(items), next),
    }),
    told(
      pageDocument,
      json(named('NotePage', NotePageDocument), { description: 'One page', headers: NO_STORE }),
    ),
  ),
  problems: ['request-invalid'],
  verb: Object.assign(notesOf, { right: 'list' as const }),
});

export const searchRoute = defineRoute({
  method: 'GET',
  path: '/api/search',
  summary: 'Notes, checks and mails that have all of some words',
  input: { query: Search },
  output: json(named('SearchPage', SearchPage), { description: 'One page', headers: NO_STORE }),
  problems: ['request-invalid'],
  verb: search,
});

function pageDocument({ items, next }: NotePage): z.infer<typeof NotePageDocument> {
  return { items: items.map(noteDocument), next };
}

function noteDocument({
  id,
  domain,
  createdAt,
  text,
  writtenAt,
  writtenBy,
  checkId,
  edited,
}: Note): z.infer<typeof NoteDocument> {
  return {
    id,
    domain,
    at: createdAt.toISOString(),
    text,
    writtenAt: writtenAt?.toISOString() ?? null,
    writtenBy,
    checkId,
    edited: edited && { at: edited.at.toISOString(), by: edited.by },
  };
}
