'use server';

import type { FormAnswer } from '@/components/ui/form-answer';
import { leadTo } from '@/lib/server/http/lead-to';
import { perform } from '@/lib/server/http/perform';
import { EditNote, editNote, removeNote, WriteNote, writeNote } from '@/lib/server/verbs/notes';
import { read, text, unlessDone, unlessRefused } from './form-result';

/** Leads to the time line that has it. */
export async function writeNoteFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const typed = { domain: text(form, 'domain'), text: linesIn(form), at: text(form, 'at') };
  const at = typed.at === '' ? {} : { at: utc(typed.at) };
  const asked = { domain: typed.domain, text: typed.text, check: text(form, 'check'), ...at };
  let domain = '';
  const refused = await unlessDone(async () => {
    ({ domain } = await perform(writeNote, read(WriteNote, asked)));
  }, typed);
  return refused ?? leadTo(timeLineOf(domain));
}

export async function editNoteFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const typed = { text: linesIn(form), at: text(form, 'at') };
  const id = text(form, 'id');
  const asked = { id, edits: Number(text(form, 'edits')), text: typed.text, at: utc(typed.at) };
  const refused = await unlessDone(() => perform(editNote, read(EditNote, asked)), typed);
  return refused ?? leadTo(`/notes/${encodeURIComponent(id)}`);
}

export async function removeNoteFromForm(form: FormData): Promise<void> {
  let domain = '';
  await unlessRefused(perform(removeNote, { id: text(form, 'id') }).then((of) => (domain = of)));
  return leadTo(timeLineOf(domain));
}

function timeLineOf(domain: string): string {
  return domain === '' ? '/notes' : `/domain/${encodeURIComponent(domain)}#history`;
}

/** Browsers send the ends of lines as CRLF, however they were typed (HTML, form data set). */
function linesIn(form: FormData): string {
  return text(form, 'text').replaceAll('\r\n', '\n');
}

/** What a field of the type `datetime-local` gives. */
function utc(typed: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed) ? `${typed}:00Z` : `${typed}Z`;
}
