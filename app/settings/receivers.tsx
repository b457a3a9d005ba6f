import { addReceiverFromForm, removeReceiverFromForm, testReceiverFromForm } from '@/app/watch-actions';
import { Fold } from '@/components/ui/fold';
import { EntryRow, Panel, PanelNote } from '@/components/ui/panel';
import { PressForm } from '@/components/ui/press-form';
import { Section } from '@/components/ui/section';
import { ReceiverForm } from '@/components/watch/receiver-form';
import { TestForm } from '@/components/watch/test-form';
import { WAY_WORDS } from '@/components/watch/way-words';
import { perform } from '@/lib/server/http/perform';
import { listReceivers } from '@/lib/server/verbs/receivers';
import { showTimeOfDay } from '@/lib/show/moment';

/** Whom changes of what is watched can be told. */
export async function Receivers() {
  const { receivers, canMail } = await perform(listReceivers, {});
  return (
    <Section id="receivers" title="Receivers" about="whom watches tell what has changed">
      {receivers.length === 0 ? (
        <PanelNote>None yet.</PanelNote>
      ) : (
        <Panel as="ul">
          {receivers.map(({ id, name, way, shownAddress, quiet }) => (
            <EntryRow key={id}>
              <span className="min-w-0 grow wrap-anywhere">
                <span className="font-medium">{name}</span>
                <span className="text-soft"> {WAY_WORDS[way].label}</span>{' '}
                <span className="font-mono">{shownAddress}</span>
                {quiet !== null && (
                  <span className="text-soft text-note block">
                    quiet from {showTimeOfDay(quiet.from)} to {showTimeOfDay(quiet.to)}, {quiet.timeZone}
                  </span>
                )}
              </span>
              <TestForm test={testReceiverFromForm} id={id} />
              <PressForm act={removeReceiverFromForm} label="Remove" field={{ name: 'id', value: id }} />
            </EntryRow>
          ))}
        </Panel>
      )}
      <Fold className="mt-3" summary="Add a receiver …">
        <Panel className="mt-2 p-5">
          <ReceiverForm
            add={addReceiverFromForm}
            canMail={canMail}
            timeZone={new Intl.DateTimeFormat().resolvedOptions().timeZone}
          />
        </Panel>
      </Fold>
    </Section>
  );
}
