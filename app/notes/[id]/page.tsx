import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { editNoteFromForm, removeNoteFromForm } from '@/app/note-actions';
import { NoteForm } from '@/components/note/note-form';
import { NoteRow } from '@/components/note/note-row';
import { NoteText } from '@/components/note/note-text';
import { Fold } from '@/components/ui/fold';
import { LocalTime } from '@/components/ui/local-time';
import { PageHead } from '@/components/ui/page-head';
import { Panel, PanelRow, RowEnd, RowLine } from '@/components/ui/panel';
import { Removal } from '@/components/ui/removal';
import { Section } from '@/components/ui/section';
import { perform, permissions } from '@/lib/server/http/perform';
import { findNote } from '@/lib/server/verbs/notes';

export const metadata: Metadata = { title: 'Note', robots: { index: false, follow: false } };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function NotePage({ params }: Props) {
  const found = await perform(findNote, { id: (await params).id });
  if (found === null) notFound();
  const { note, typed, earlier } = found;
  const may = await permissions();
  const at = note.createdAt.toISOString().slice(0, 19);
  return (
    <>
      <PageHead
        above="Changelog"
        title={note.domain === '' ? 'Note of the whole installation' : `Note of ${note.domain}`}
      />
      <Panel as="ol" className="mt-4">
        <NoteRow note={note} />
      </Panel>
      {may('write-notes') && (
        <Fold className="screen-only mt-4" summary="Change it …">
          <Panel className="mt-2 p-5">
            <NoteForm
              act={editNoteFromForm}
              note={{ id: note.id, edits: note.edits, text: new TextDecoder().decode(typed), at }}
            />
          </Panel>
        </Fold>
      )}
      {earlier.length > 0 && (
        <Section id="earlier" title="What it said before" about="newest first">
          <Panel as="ol">
            {earlier.toReversed().map(({ text, replacedAt, replacedBy }) => (
              <PanelRow key={replacedAt.toISOString()} className="py-3">
                <RowLine>
                  <span className="text-soft text-note">until {replacedBy ?? 'somebody'} changed it</span>
                  <RowEnd>
                    <LocalTime iso={replacedAt.toISOString()} />
                  </RowEnd>
                </RowLine>
                <NoteText text={text} />
              </PanelRow>
            ))}
          </Panel>
        </Section>
      )}
      {may('write-notes') && (
        <Removal
          remove={removeNoteFromForm}
          field={{ name: 'id', value: note.id }}
          label="Remove this note"
          about="The note goes with what it said before."
        />
      )}
    </>
  );
}
