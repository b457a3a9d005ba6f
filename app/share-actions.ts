'use server';

import type { FormAnswer } from '@/components/ui/form-answer';
import { leadTo } from '@/lib/server/http/lead-to';
import { perform } from '@/lib/server/http/perform';
import { endShare, type Linked, MakeShare, makeShare } from '@/lib/server/verbs/shares';
import { read, text, unlessDone, unlessRefused } from './form-result';

/** Leads to the link that was made. */
export async function makeShareFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const linked = linkedIn(form);
  const typed = { line: text(form, 'line'), days: text(form, 'days') };
  const asked = {
    line: typed.line,
    days: typed.days === '' ? null : Number(typed.days),
    hidesLocalParts: form.has('hides'),
  };
  const refused = await unlessDone(() => perform(makeShare, { ...linked, ...read(MakeShare, asked) }), typed);
  return refused ?? leadTo(linksOf(linked));
}

/** Leads back to what the link led to. */
export async function takeShareBackFromForm(form: FormData): Promise<void> {
  const linked = linkedIn(form);
  await unlessRefused(perform(endShare, { ...linked, share: text(form, 'link') }));
  return leadTo(linksOf(linked));
}

function linkedIn(form: FormData): Linked {
  return { kind: text(form, 'kind') === 'mail' ? 'mail' : 'check', id: text(form, 'id') };
}

/** The list of links on the page of what they lead to. */
function linksOf({ kind, id }: Linked): string {
  return `/${kind === 'mail' ? 'bounce' : 'check'}/${encodeURIComponent(id)}#share`;
}
