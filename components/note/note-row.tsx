import { NotebookPen } from 'lucide-react';
import { LocalTime } from '@/components/ui/local-time';
import { RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { ownLink } from '@/lib/own-link';
import { NoteText } from './note-text';

/** A note as a list has it. */
export interface ShownNote {
  id: string;
  /** Empty: of the whole installation. */
  domain: string;
  createdAt: Date;
  text: string;
  writtenBy: string | null;
  checkId: string | null;
  edited: { at: Date; by: string | null } | null;
}

/** A line of the changelog; `within` the domain whose page it stands on. */
export function NoteRow({ note, within }: { note: ShownNote; within?: string }) {
  const { id, domain, createdAt, text, writtenBy, checkId, edited } = note;
  return (
    <SignRow sign={<NotebookPen aria-hidden size={18} className="text-soft" />}>
      <RowLine>
        <a href={ownLink(`/notes/${id}`)} className="text-sm">
          Note
        </a>
        {domain === '' ? (
          <Tag>whole installation</Tag>
        ) : (
          domain !== within && (
            <a href={ownLink(`/domain/${encodeURIComponent(domain)}`)} className="font-mono text-sm">
              {domain}
            </a>
          )
        )}
        {checkId !== null && (
          <a href={ownLink(`/check/${checkId}`)} className="text-note">
            its check
          </a>
        )}
        <RowEnd>
          <LocalTime iso={createdAt.toISOString()} />
        </RowEnd>
      </RowLine>
      <NoteText text={text} />
      {(writtenBy !== null || edited !== null) && (
        <p className="text-soft text-note">
          {[...(writtenBy === null ? [] : [`by ${writtenBy}`]), ...(edited === null ? [] : ['edited'])].join(
            ', ',
          )}
        </p>
      )}
    </SignRow>
  );
}
