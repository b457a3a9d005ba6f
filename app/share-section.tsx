import { makeShareFromForm, takeShareBackFromForm } from '@/app/share-actions';
import { ShareForm } from '@/components/share/share-form';
import { ShareList } from '@/components/share/share-list';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { perform } from '@/lib/server/http/perform';
import { type Linked, listShares, MAX_LINE, SHARE_DAYS } from '@/lib/server/verbs/shares';

interface ShareSectionProps extends Linked {
  /** The page of a link. */
  pageOf: (link: string) => string;
  /** Whether one may be made without end. */
  isEndless: boolean;
}

/** Links to a check or a mail that were made for somebody, and the form that makes one. */
export async function ShareSection({ kind, id, pageOf, isEndless }: ShareSectionProps) {
  const links = await perform(listShares, { kind, id });
  return (
    <Section
      id="share"
      title="A link for somebody"
      about="It holds for a time, can be taken back, and shows nothing else."
    >
      <ShareList kind={kind} id={id} links={links} pageOf={pageOf} takeBack={takeShareBackFromForm} />
      <Fold className="screen-only mt-2" summary="Make a link …">
        <Panel className="mt-2 p-5">
          <ShareForm
            kind={kind}
            id={id}
            make={makeShareFromForm}
            terms={isEndless ? [...SHARE_DAYS, null] : SHARE_DAYS}
            maxLine={MAX_LINE}
          />
        </Panel>
      </Fold>
    </Section>
  );
}
