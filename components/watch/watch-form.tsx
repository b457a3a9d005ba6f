'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field, Input, Select } from '@/components/ui/field';
import { type FormAction, typedIn } from '@/components/ui/form-answer';
import type { WatchKind } from '@/lib/watch/kind';
import { LISTS_EVERY_MINUTES, MIN_EVERY_MINUTES } from '@/lib/watch/limits';
import { everyIn } from '@/lib/show/every';

interface WatchFormProps {
  act: FormAction;
  /** Of a watch that is there, with what it has now; else of a new one, with what stands in its field, or is watched. */
  watch: { kind: WatchKind } & (
    { id: string; everyMinutes: number; told: readonly string[] } | { target: string }
  );
  receivers: readonly { id: string; name: string }[];
  /** Where receivers are added; null for whoever may not. */
  receiversHref: string | null;
}

/** How often a new one is tried unless something else is typed. */
const OFTEN: Readonly<Record<WatchKind, number>> = { mail: 60, lists: LISTS_EVERY_MINUTES };

const EACH_TRY: Readonly<Record<WatchKind, string>> = {
  mail: 'Each try goes as far as RCPT TO with every mail server, and delivers nothing.',
  lists: 'Each try asks every blocklist about it, by a walk from the root.',
};

/** Begins to watch a domain, a mailbox or an address, or changes how it is watched. */
export function WatchForm({ act, watch, receivers, receiversHref }: WatchFormProps) {
  const [answer, action] = useActionState(act, null);
  const isNew = 'target' in watch;
  const { kind } = watch;
  const { every, unit } = everyIn(isNew ? OFTEN[kind] : watch.everyMinutes);
  const told = typedIn(answer, 'receivers').split(',');
  const isTold = (id: string): boolean => {
    if (answer?.kind === 'refused') return told.includes(id);
    return isNew || watch.told.includes(id);
  };
  return (
    <form id={isNew ? 'watch-form' : `watch-${watch.id}`} action={action} className="grid gap-3">
      <div className="flex flex-wrap items-start gap-3">
        {!isNew && <input type="hidden" name="id" value={watch.id} />}
        {isNew && kind === 'lists' && <input type="hidden" name="address" value={watch.target} />}
        {isNew && kind === 'mail' && (
          <div className="min-w-0 grow basis-60">
            <Field label="Domain or mailbox">
              <Input exact name="target" required defaultValue={typedIn(answer, 'target') || watch.target} />
            </Field>
          </div>
        )}
        <Field label="Every">
          <span className="flex gap-2">
            <Input
              name="every"
              type="number"
              min={1}
              required
              defaultValue={typedIn(answer, 'every') || every}
              className="w-20"
            />
            <Select name="unit" aria-label="Unit" defaultValue={typedIn(answer, 'unit') || unit}>
              <option value="minutes">minutes</option>
              <option value="hours">hours</option>
              <option value="days">days</option>
            </Select>
          </span>
        </Field>
      </div>
      <p className="text-soft text-note">
        At most every {MIN_EVERY_MINUTES[kind]} minutes. {EACH_TRY[kind]}
      </p>
      {receivers.length > 0 ? (
        <fieldset>
          <legend className="text-sm font-medium">Changes are told to</legend>
          <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
            {receivers.map(({ id, name }) => (
              <Choice
                key={id}
                type="checkbox"
                name="receivers"
                value={id}
                label={name}
                defaultChecked={isTold(id)}
              />
            ))}
          </div>
        </fieldset>
      ) : (
        <p className="text-soft text-sm">
          Nobody can be told yet, so changes are seen here only.{' '}
          {receiversHref === null ? (
            'An admin adds receivers under Settings.'
          ) : (
            <a href={receiversHref} className="underline">
              Add a receiver
            </a>
          )}
        </p>
      )}
      {answer?.kind === 'refused' && <Alert>{answer.say}</Alert>}
      <Button className="justify-self-start">{isNew ? 'Watch' : 'Change'}</Button>
    </form>
  );
}
