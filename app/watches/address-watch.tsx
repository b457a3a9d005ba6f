import { Fold } from '@/components/ui/fold';
import { Panel, PanelNote } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { perform } from '@/lib/server/http/perform';
import { watchOfAddress } from '@/lib/server/verbs/watches';
import { NewWatch, ToldLately, Watched } from './watch-parts';

interface AddressWatchProps {
  /** As it is watched. */
  about: string;
  /** Whether any list is asked about it. */
  hasLists: boolean;
}

/** The watch of an address or a name of ours, or what begins one, and what it has told. */
export async function AddressWatch({ about, hasLists }: AddressWatchProps) {
  const { watch, alerts } = await perform(watchOfAddress, { address: about });
  return (
    <>
      {watch !== null && (
        <Section id="watches" title="Watched">
          <Watched watches={[watch]} />
        </Section>
      )}
      {watch === null && hasLists && (
        <Fold className="screen-only mt-6" summary="Watch what blocklists say of it …">
          <Panel className="mt-2 p-5">
            <NewWatch kind="lists" target={about} />
          </Panel>
        </Fold>
      )}
      {watch === null && !hasLists && (
        <PanelNote className="mt-6">
          It cannot be watched: no blocklist is asked about it here (MXPROOF_BLOCKLISTS).
        </PanelNote>
      )}
      <ToldLately alerts={alerts} />
    </>
  );
}
