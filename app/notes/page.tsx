import type { Metadata } from 'next';
import { writeNoteFromForm } from '@/app/note-actions';
import { NoteForm } from '@/components/note/note-form';
import { NoteRow } from '@/components/note/note-row';
import { SearchField } from '@/components/search/search-field';
import { Fold } from '@/components/ui/fold';
import { PageHead } from '@/components/ui/page-head';
import { Paging } from '@/components/ui/paging';
import { Panel, PanelNote } from '@/components/ui/panel';
import { perform, permissions } from '@/lib/server/http/perform';
import { listNotes } from '@/lib/server/verbs/notes';

export const metadata: Metadata = { title: 'Changelog', robots: { index: false, follow: false } };

interface Props {
  searchParams: Promise<{ cursor?: string | string[] }>;
}

const LISTED = 50;

export default async function NotesPage({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const isLaterPage = typeof cursor === 'string';
  const may = await permissions();
  const { items, next } = await perform(listNotes, { limit: LISTED, ...(isLaterPage && { cursor }) });
  return (
    <>
      <PageHead
        title="Changelog"
        about="What was changed, and when: each note stands on the time line of its domain, beside the checks."
      />
      <SearchField kind="note" />
      {may('write-notes') && (
        <Fold className="screen-only mt-4" summary="Write a note …" open={items.length === 0}>
          <Panel className="mt-2 p-5">
            <NoteForm act={writeNoteFromForm} note={null} />
          </Panel>
        </Fold>
      )}
      {items.length > 0 ? (
        <Panel as="ol" className="mt-6">
          {items.map((note) => (
            <NoteRow key={note.id} note={note} />
          ))}
        </Panel>
      ) : (
        <PanelNote className="mt-6">
          {isLaterPage ? 'Nothing older.' : 'Nobody has written a note yet.'}
        </PanelNote>
      )}
      <Paging
        newest={isLaterPage ? '/notes' : null}
        older={next === null ? null : `/notes?cursor=${encodeURIComponent(next)}`}
      />
    </>
  );
}
