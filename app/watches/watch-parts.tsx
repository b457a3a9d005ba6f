import {
  changeWatchFromForm,
  endWatchFromForm,
  pauseWatchFromForm,
  resumeWatchFromForm,
  startWatchFromForm,
} from '@/app/watch-actions';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
import { WatchForm } from '@/components/watch/watch-form';
import { Section } from '@/components/ui/section';
import { AlertRow } from '@/components/watch/alert-row';
import { WatchRow } from '@/components/watch/watch-row';
import { ownLink } from '@/lib/own-link';
import { perform, permissions } from '@/lib/server/http/perform';
import { listReceivers } from '@/lib/server/verbs/receivers';
import type { WatchKind } from '@/lib/watch/kind';
import type { ShownWatch } from '@/lib/watch/shown-watch';
import type { ToldAlert } from '@/lib/watch/watch';

const ACTS = { pause: pauseWatchFromForm, resume: resumeWatchFromForm, end: endWatchFromForm };

/** Whom changes can be told, and where they are added. */
async function choiceOfReceivers() {
  const may = await permissions();
  const { receivers } = await perform(listReceivers, {});
  return {
    receivers: receivers.map(({ id, name }) => ({ id, name })),
    receiversHref: may('administer') ? ownLink('/settings#receivers') : null,
  };
}

/** Watches, with what may be done to each. */
export async function Watched({ watches }: { watches: readonly ShownWatch[] }) {
  const choice = await choiceOfReceivers();
  return (
    <Panel as="ul">
      {watches.map((watch) => (
        <WatchRow key={watch.id} watch={watch} acts={ACTS}>
          <Fold className="screen-only" summary="Change …" summaryLook="text-link w-fit text-note">
            <div className="mt-2">
              <WatchForm
                act={changeWatchFromForm}
                watch={{
                  id: watch.id,
                  kind: watch.kind,
                  everyMinutes: watch.everyMinutes,
                  told: watch.receivers,
                }}
                {...choice}
              />
            </div>
          </Fold>
        </WatchRow>
      ))}
    </Panel>
  );
}

/** Begins to watch something: of mail what is typed, of lists the target. */
export async function NewWatch({ kind, target }: { kind: WatchKind; target: string }) {
  return <WatchForm act={startWatchFromForm} watch={{ kind, target }} {...await choiceOfReceivers()} />;
}

/** What was told; nothing where nothing was. */
export function ToldLately({ alerts }: { alerts: readonly ToldAlert[] }) {
  return (
    alerts.length > 0 && (
      <Section id="alerts" title="Told lately" about="newest first">
        <Panel as="ol">
          {alerts.map((alert) => (
            <AlertRow key={alert.id} alert={alert} />
          ))}
        </Panel>
      </Section>
    )
  );
}
