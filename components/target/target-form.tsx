'use client';

import { useActionState } from 'react';
import { DEFAULT_MESSAGE } from '@/lib/smtp/message';
import { ControlChoice } from './control-choice';
import { MessageOptions } from './message-options';
import type { FormOptions, StartAction } from './start-state';
import { StartButton } from './start-button';
import { TargetField } from './target-field';

interface TargetFormProps {
  start: StartAction;
  /** Filled in when a former check is to be run again. */
  again: { target: string; options: FormOptions } | null;
  /** What is used when nothing is typed. */
  defaults: { sender: string; helo: string; relayAddress: string | null };
}

/** One field, one button, and the rest folded away. */
export function TargetForm({ start, again, defaults }: TargetFormProps) {
  const [problem, action] = useActionState(start, null);
  const options = problem?.options ?? again?.options ?? DEFAULTS;
  return (
    <form action={action} noValidate>
      <div className="flex flex-wrap items-start gap-3">
        <TargetField problem={problem} initial={again?.target ?? ''} />
        <StartButton />
      </div>
      <details className="fold mt-2" open={again !== null || isChosen(options)}>
        <summary className="text-link w-fit text-sm">Options</summary>
        <div className="panel mt-2 grid gap-5 p-5">
          <DepthChoice chosen={options.depth} />
          <div className="grid gap-5 md:grid-cols-2">
            <label className="block text-sm">
              <span className="font-medium">Sender</span>
              <input
                name="sender"
                className="field mt-1"
                placeholder={defaults.sender || '<>'}
                defaultValue={options.sender}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={320}
              />
              <span className="text-soft mt-1 block text-[13px]">
                {'Said in MAIL FROM. <> is the null sender.'}
              </span>
            </label>
            <label className="block text-sm">
              <span className="font-medium">HELO name</span>
              <input
                name="helo"
                className="field mt-1"
                placeholder={defaults.helo}
                defaultValue={options.helo}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={255}
              />
              <span className="text-soft mt-1 block text-[13px]">
                Said in EHLO. It should resolve to our address.
              </span>
            </label>
          </div>
          <ControlChoice chosen={options.controls} relayAddress={defaults.relayAddress} />
          <MessageOptions subject={options.subject} body={options.body} defaults={defaults} />
        </div>
      </details>
    </form>
  );
}

const DEFAULTS: FormOptions = {
  depth: 'envelope',
  sender: '',
  helo: '',
  controls: [],
  ...DEFAULT_MESSAGE,
};

function isChosen({ depth, sender, helo, controls }: FormOptions): boolean {
  return depth !== DEFAULTS.depth || sender !== '' || helo !== '' || controls.length > 0;
}

const DEPTHS = [
  ['greeting', 'Greeting', 'Connects, says EHLO, tries TLS. No recipient is named.'],
  ['envelope', 'Envelope', 'Names sender and recipient, then quits. Nothing is delivered.'],
  ['message', 'Message', 'Sends a real message. Somebody will receive it.'],
] as const;

function DepthChoice({ chosen }: { chosen: FormOptions['depth'] }) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">Depth</legend>
      <div className="mt-1 grid gap-2 md:grid-cols-3">
        {DEPTHS.map(([value, name, about]) => (
          <label
            key={value}
            className="border-line has-checked:border-link has-checked:bg-faint flex gap-2.5 rounded-md border px-3 py-2 text-sm"
          >
            <input
              type="radio"
              name="depth"
              value={value}
              defaultChecked={value === chosen}
              className="accent-link mt-1"
            />
            <span>
              <span className="block font-medium">{name}</span>
              <span className="text-soft block text-[13px]">{about}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
