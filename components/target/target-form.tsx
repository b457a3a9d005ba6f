'use client';

import { useActionState } from 'react';
import { DEFAULT_MESSAGE } from '@/lib/smtp/message';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field, Input } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
import { ControlChoice } from './control-choice';
import { isSender, MessageOptions } from './message-options';
import type { FormOptions, StartAction } from './start-state';
import { TargetField } from './target-field';

interface TargetFormProps {
  start: StartAction;
  /** Filled in when a former check is to be run again. */
  again: { id: string; target: string; options: FormOptions } | null;
  /** What is used when nothing is typed. */
  defaults: {
    sender: string;
    helo: string;
    relayAddress: string | null;
    sendsMessages: boolean;
    /** Addresses, `<>` and domains. */
    messageFrom: readonly string[];
  };
  /** Whether whoever fills it in may use them. */
  withControls: boolean;
  withMessage: boolean;
}

/** One field, one button, and the rest folded away. */
export function TargetForm({ start, again, defaults, withControls, withMessage }: TargetFormProps) {
  const [problem, action] = useActionState(start, null);
  const sends = withMessage && defaults.sendsMessages;
  const options = problem?.options ?? again?.options ?? DEFAULTS;
  return (
    <form action={action} noValidate>
      {again !== null && <input type="hidden" name="former" value={again.id} />}
      <div className="flex flex-wrap items-start gap-3">
        <TargetField problem={problem} initial={again?.target ?? ''} />
        <Button
          main
          data-sending-word="Starting"
          className="min-h-12 px-6 text-base max-md:w-full max-md:justify-center"
        >
          <span>Check</span>
        </Button>
      </div>
      <Fold className="mt-2" open={again !== null || isChosen(options)} summary="Options">
        <Panel className="mt-2 grid gap-5 p-5">
          <DepthChoice chosen={options.depth} withMessage={sends} isSwitchedOff={withMessage && !sends} />
          <div className="grid gap-5 md:grid-cols-2">
            <Field label="Sender" hint="Said in MAIL FROM. <> is the null sender.">
              <Input
                exact
                name="sender"
                list={sends ? 'message-from' : undefined}
                placeholder={defaults.sender || '<>'}
                defaultValue={options.sender}
                maxLength={320}
              />
            </Field>
            {sends && (
              <datalist id="message-from">
                {defaults.messageFrom.filter(isSender).map((sender) => (
                  <option key={sender} value={sender} />
                ))}
              </datalist>
            )}
            <Field label="HELO name" hint="Said in EHLO. It should resolve to our address.">
              <Input
                exact
                name="helo"
                placeholder={defaults.helo}
                defaultValue={options.helo}
                maxLength={255}
              />
            </Field>
            <Field
              label="DKIM selectors of the domain"
              hint="Their keys are looked at, such as s1 or mail. Several with commas."
            >
              <Input exact name="selectors" defaultValue={options.selectors} maxLength={400} />
            </Field>
          </div>
          {withControls && <ControlChoice chosen={options.controls} relayAddress={defaults.relayAddress} />}
          {sends && <MessageOptions subject={options.subject} body={options.body} defaults={defaults} />}
        </Panel>
      </Fold>
    </form>
  );
}

const DEFAULTS: FormOptions = {
  depth: 'envelope',
  sender: '',
  helo: '',
  selectors: '',
  controls: [],
  ...DEFAULT_MESSAGE,
};

function isChosen({ depth, sender, helo, selectors, controls }: FormOptions): boolean {
  return (
    depth !== DEFAULTS.depth || [sender, helo, selectors].some((typed) => typed !== '') || controls.length > 0
  );
}

const DEPTHS = [
  ['greeting', 'Greeting', 'Connects, says EHLO, tries TLS. No recipient is named.'],
  ['envelope', 'Envelope', 'Names sender and recipient, then quits. Nothing is delivered.'],
  ['message', 'Message', 'Sends a real message. Somebody will receive it.'],
] as const;

interface DepthChoiceProps {
  chosen: FormOptions['depth'];
  withMessage: boolean;
  /** Whoever fills it in might send a message, if the operator let anybody. */
  isSwitchedOff: boolean;
}

function DepthChoice({ chosen, withMessage, isSwitchedOff }: DepthChoiceProps) {
  const depths = withMessage ? DEPTHS : DEPTHS.filter(([value]) => value !== 'message');
  return (
    <fieldset>
      <legend className="text-sm font-medium">Depth</legend>
      <div className="mt-1 grid gap-2 md:grid-cols-3">
        {depths.map(([value, name, about]) => (
          <Choice
            key={value}
            framed
            type="radio"
            name="depth"
            value={value}
            defaultChecked={
              value === chosen || (value === DEFAULTS.depth && !depths.some(([one]) => one === chosen))
            }
            label={name}
            about={about}
          />
        ))}
      </div>
      {isSwitchedOff && (
        <p className="text-soft text-note mt-2">
          Sending a real message is switched off here. Whoever runs mxproof can allow it
          (MXPROOF_MESSAGES_PER_RECIPIENT).
        </p>
      )}
    </fieldset>
  );
}
