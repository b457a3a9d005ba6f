import {
  endWatchFromForm,
  pauseWatchFromForm,
  resumeWatchFromForm,
  startWatchFromForm,
} from '@/app/watch-actions';
import { Panel } from '@/components/ui/panel';
import { WatchForm } from '@/components/watch/watch-form';
import { WatchRow } from '@/components/watch/watch-row';
import { ownLink } from '@/lib/own-link';
import { perform, permissions } from '@/lib/server/http/perform';
import { receiverNames } from '@/lib/server/verbs/watches';
import type { ShownWatch } from '@/lib/watch/shown-watch';

const ACTS = { pause: pauseWatchFromForm, resume: resumeWatchFromForm, end: endWatchFromForm };

/** Watches, with what may be done to each. */
export function Watched({ watches }: { watches: readonly ShownWatch[] }) {
  return (
    <Panel as="ul">
      {watches.map((watch) => (
        <WatchRow key={watch.id} watch={watch} acts={ACTS} />
      ))}
    </Panel>
  );
}

/** Begins to watch something. */
export async function NewWatch({ target }: { target: string }) {
  const may = await permissions();
  return (
    <WatchForm
      start={startWatchFromForm}
      target={target}
      receivers={await perform(receiverNames, {})}
      receiversHref={may('administer') ? ownLink('/settings#receivers') : null}
    />
  );
}
