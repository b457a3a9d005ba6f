import { keepCheckFromForm, letGoOfCheckFromForm, removeCheckFromForm } from '@/app/actions';
import { writeNoteFromForm } from '@/app/note-actions';
import { makeShareFromForm, takeShareBackFromForm } from '@/app/share-actions';
import { ShareForm } from '@/components/check/share-form';
import { ShareList } from '@/components/check/share-list';
import { NoteForm } from '@/components/note/note-form';
import { Fold } from '@/components/ui/fold';
import { KeepForm } from '@/components/ui/keep-form';
import { Panel } from '@/components/ui/panel';
import { Removal } from '@/components/ui/removal';
import { Section } from '@/components/ui/section';
import type { Report } from '@/lib/report/report';
import { perform } from '@/lib/server/http/perform';
import type { Right } from '@/lib/server/verbs/caller';
import { findKeeping } from '@/lib/server/verbs/keep';
import { listShares, MAX_LINE, SHARE_DAYS } from '@/lib/server/verbs/shares';

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
        <Section
          id="share"
          title="A link for somebody"
          about="It holds for a time, can be taken back, and shows nothing else."
        >
          <ShareList check={id} links={await perform(listShares, { id })} takeBack={takeShareBackFromForm} />
          <Fold className="screen-only mt-2" summary="Make a link …">
            <Panel className="mt-2 p-5">
              <ShareForm
                id={id}
                make={makeShareFromForm}
                terms={may('keep') ? [...SHARE_DAYS, null] : SHARE_DAYS}
                maxLine={MAX_LINE}
              />
            </Panel>
          </Fold>
        </Section>
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
