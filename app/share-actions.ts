'use server';

import type { FormAnswer } from '@/components/ui/form-answer';
import { leadTo } from '@/lib/server/http/lead-to';
import { perform } from '@/lib/server/http/perform';
import { endShare, MakeShare, makeShare } from '@/lib/server/verbs/shares';
import { read, text, unlessDone, unlessRefused } from './form-result';

/** Leads to the link that was made. */
export async function makeShareFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const id = text(form, 'id');
  const typed = { line: text(form, 'line'), days: text(form, 'days') };
  const asked = {
    line: typed.line,
    days: typed.days === '' ? null : Number(typed.days),
    hidesLocalParts: form.has('hides'),
  };
  const refused = await unlessDone(() => perform(makeShare, { id, ...read(MakeShare, asked) }), typed);
  return refused ?? leadTo(`/check/${id}#share`);
}

/** Leads back to the check. */
export async function takeShareBackFromForm(form: FormData): Promise<void> {
  const id = text(form, 'check');
  await unlessRefused(perform(endShare, { id, share: text(form, 'id') }));
  return leadTo(`/check/${id}#share`);
}
