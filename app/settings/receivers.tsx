import type { ReactNode } from 'react';
import {
  addReceiverFromForm,
  changeReceiverFromForm,
  removeReceiverFromForm,
  testReceiverFromForm,
} from '@/app/watch-actions';
import { Fold } from '@/components/ui/fold';
import { EntryRow, Panel, PanelNote } from '@/components/ui/panel';
import { PressForm } from '@/components/ui/press-form';
import { Section } from '@/components/ui/section';
import { ReceiverForm } from '@/components/watch/receiver-form';
import { TestForm } from '@/components/watch/test-form';
import { WAY_WORDS } from '@/components/watch/way-words';
import { perform } from '@/lib/server/http/perform';
import { listReceivers, type ShownReceiver } from '@/lib/server/verbs/receivers';
import { showTimeOfDay } from '@/lib/show/moment';

/** Whom changes of what is watched can be told. */
export async function Receivers() {
  const { receivers, canMail } = await perform(listReceivers, {});
  const here = { canMail, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
  return (
    <Section id="receivers" title="Receivers" about="whom watches tell what has changed">
      {receivers.length === 0 ? (
        <PanelNote>None yet.</PanelNote>
      ) : (
        <Panel as="ul">
          {receivers.map((receiver) => (
            <ReceiverRow key={receiver.id} receiver={receiver}>
              <ReceiverForm act={changeReceiverFromForm} receiver={typedOf(receiver)} {...here} />
            </ReceiverRow>
          ))}
        </Panel>
      )}
      <Fold className="mt-3" summary="Add a receiver …">
        <Panel className="mt-2 p-5">
          <ReceiverForm act={addReceiverFromForm} receiver={null} {...here} />
        </Panel>
      </Fold>
    </Section>
  );
}

/** One receiver, with what may be done to it; `children` change it. */
function ReceiverRow({ receiver, children }: { receiver: ShownReceiver; children: ReactNode }) {
  const { id, name, way, shownAddress, quiet } = receiver;
  return (
    <EntryRow>
      <span className="min-w-0 grow wrap-anywhere">
        <span className="font-medium">{name}</span>
        <span className="text-soft"> {WAY_WORDS[way].label}</span>{' '}
        {shownAddress === '' ? (
          'has no address yet: type it below'
        ) : (
          <span className="font-mono">{shownAddress}</span>
        )}
        {quiet !== null && (
          <span className="text-soft text-note block">
            quiet from {showTimeOfDay(quiet.from)} to {showTimeOfDay(quiet.to)}, {quiet.timeZone}
          </span>
        )}
      </span>
      <TestForm test={testReceiverFromForm} id={id} />
      <PressForm act={removeReceiverFromForm} label="Remove" field={{ name: 'id', value: id }} />
      <Fold className="screen-only w-full" summary="Change …" summaryLook="text-link w-fit text-note">
        <div className="mt-2">{children}</div>
      </Fold>
    </EntryRow>
  );
}

/** As its form has it. */
function typedOf({ id, name, way, shownAddress, quiet }: ShownReceiver) {
  const hours = {
    quietFrom: quiet ? showTimeOfDay(quiet.from) : '',
    quietTo: quiet ? showTimeOfDay(quiet.to) : '',
    timeZone: quiet?.timeZone ?? null,
  };
  return { id, name, way, shownAddress: shownAddress ?? '', ...hours };
}
