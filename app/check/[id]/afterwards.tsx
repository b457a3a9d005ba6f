import { keepCheckFromForm, letGoOfCheckFromForm, removeCheckFromForm } from '@/app/actions';
import { writeNoteFromForm } from '@/app/note-actions';
import { ShareSection } from '@/app/share-section';
import { NoteForm } from '@/components/note/note-form';
import { Fold } from '@/components/ui/fold';
import { KeepForm } from '@/components/ui/keep-form';
import { Panel } from '@/components/ui/panel';
import { Removal } from '@/components/ui/removal';
import type { Report } from '@/lib/report/report';
import { perform } from '@/lib/server/http/perform';
import type { Right } from '@/lib/server/verbs/caller';
import { findKeeping } from '@/lib/server/verbs/keep';

interface AfterwardsProps {
  report: Report;
  may: (right: Right) => boolean;
}

/** What can be done with a check that has ended. */
export async function Afterwards({ report, may }: AfterwardsProps) {
  const { id } = report;
  // A link shows one thing, and lets nobody change it.
  if (report.share !== null) return null;
  return (
    <>
      {may('share') && (
        <ShareSection kind="check" id={id} pageOf={(link) => `/check/${link}`} isEndless={may('keep')} />
      )}
      {may('write-notes') && (
        <Fold className="screen-only mt-8" summary="Write a note about this check …">
          <Panel className="mt-2 p-5">
            <NoteForm act={writeNoteFromForm} note={{ domain: noteDomain(report), check: id }} />
          </Panel>
        </Fold>
      )}
      {may('keep') && (
        <KeepForm
          what="check"
          id={id}
          keeping={await perform(findKeeping, { kind: 'check', id })}
          keep={keepCheckFromForm}
          letGo={letGoOfCheckFromForm}
        />
      )}
      {may('remove') && (
        <Removal
          remove={removeCheckFromForm}
          field={{ name: 'id', value: id }}
          label="Remove this check"
          about="The page, its proof and its link go; whoever has the link finds nothing."
        />
      )}
    </>
  );
}

/** An address is of no domain: what is changed because of it concerns all. */
function noteDomain({ target }: Pick<Report, 'target'>): string {
  return target.kind === 'literal' ? '' : target.domain;
}
