'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input, TextArea } from '@/components/ui/field';
import { type FormAction, typedIn } from '@/components/ui/form-answer';

interface NoteFormProps {
  act: FormAction;
  /** Of a note that is there, as it stands; else what a new one is about, where that is known. */
  note: { id: string; edits: number; text: string; at: string } | { domain: string; check?: string } | null;
}

/** Writes a note into the changelog, or changes one. */
export function NoteForm({ act, note }: NoteFormProps) {
  const [answer, action] = useActionState(act, null);
  const isNew = note === null || !('id' in note);
  const hidden = isNew
    ? { ...(note && { domain: note.domain, check: note.check ?? '' }) }
    : { id: note.id, edits: String(note.edits) };
  return (
    <form id={isNew ? 'note-form' : `note-${note.id}`} action={action} className="grid gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {note === null && (
        <Field
          label="Domain"
          hint="Empty: a note of the whole installation, on the time line of every domain."
        >
          <Input exact name="domain" defaultValue={typedIn(answer, 'domain')} />
        </Field>
      )}
      <Field
        label="What was changed"
        hint="The exact lines: they are kept as you type them, and can be searched."
      >
        <TextArea
          name="text"
          rows={5}
          required
          exact
          defaultValue={typedIn(answer, 'text') || (isNew ? '' : note.text)}
        />
      </Field>
      <Field label="When, in UTC" hint={isNew ? 'Empty: now.' : undefined}>
        <Input
          name="at"
          type="datetime-local"
          step={1}
          required={!isNew}
          defaultValue={typedIn(answer, 'at') || (isNew ? '' : note.at)}
          className="w-auto"
        />
      </Field>
      {answer?.kind === 'refused' && <Alert>{answer.say}</Alert>}
      <div>
        <Button>{isNew ? 'Write it down' : 'Keep the change'}</Button>
      </div>
    </form>
  );
}
