'use server';

import type { FormAnswer } from '@/components/ui/form-answer';
import { leadTo } from '@/lib/server/http/lead-to';
import { perform } from '@/lib/server/http/perform';
import { ReceiverChangeOfForm, ReceiverOfForm } from '@/lib/server/verbs/receiver-input';
import { addReceiver, changeReceiver, removeReceiver, testReceiver } from '@/lib/server/verbs/receivers';
import { WatchChangeOfForm, WatchOfForm } from '@/lib/server/verbs/watch-input';
import { changeWatch, endWatch, pauseWatch, resumeWatch, startWatch } from '@/lib/server/verbs/watches';
import type { ShownWatch } from '@/lib/watch/shown-watch';
import { watchPath } from '@/lib/watch/watch-path';
import { made, read, text, unlessDone, unlessRefused } from './form-result';

/** Leads to the page of what is watched, where the watch is. */
export async function startWatchFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const what = form.has('address') ? 'address' : 'target';
  const asked = { ...howOften(form), [what]: text(form, what) };
  return watched(form, asked, () => perform(startWatch, read(WatchOfForm, { ...asked, ...toldIn(form) })));
}

export async function changeWatchFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const asked = howOften(form);
  return watched(form, asked, () => {
    const change = read(WatchChangeOfForm, { ...asked, ...toldIn(form) });
    return perform(changeWatch, { ...change, id: text(form, 'id') });
  });
}

const howOften = (form: FormData) => ({ every: text(form, 'every'), unit: text(form, 'unit') });
const toldIn = (form: FormData) => ({ receivers: form.getAll('receivers').map(String) });

async function watched(
  form: FormData,
  asked: Record<string, string>,
  work: () => Promise<ShownWatch>,
): Promise<FormAnswer> {
  let page = '';
  const typed = { ...asked, receivers: toldIn(form).receivers.join() };
  const refused = await unlessDone(async () => {
    page = watchPath(await work());
  }, typed);
  return refused ?? leadTo(`${page}#watches`);
}

export async function pauseWatchFromForm(form: FormData): Promise<void> {
  await unlessRefused(perform(pauseWatch, { id: text(form, 'id') }));
  return leadTo('/watches');
}

/** Also makes a try of one that is not paused. */
export async function resumeWatchFromForm(form: FormData): Promise<void> {
  await unlessRefused(perform(resumeWatch, { id: text(form, 'id') }));
  return leadTo('/watches');
}

export async function endWatchFromForm(form: FormData): Promise<void> {
  await unlessRefused(perform(endWatch, { id: text(form, 'id') }));
  return leadTo('/watches');
}

export async function addReceiverFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return keptReceiver(form, (typed) => perform(addReceiver, read(ReceiverOfForm, typed)));
}

export async function changeReceiverFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const id = text(form, 'id');
  return keptReceiver(form, (typed) => perform(changeReceiver, { ...read(ReceiverChangeOfForm, typed), id }));
}

/** Shows the secret of a new webhook, else the list. */
async function keptReceiver(
  form: FormData,
  keep: (typed: Record<string, string>) => Promise<{ secret: string | null }>,
): Promise<FormAnswer> {
  const names = ['name', 'way', 'address', 'quietFrom', 'quietTo', 'timeZone'] as const;
  const typed = Object.fromEntries(names.map((name) => [name, text(form, name)]));
  const answer = await made(async () => (await keep(typed)).secret ?? '', typed);
  return answer ?? leadTo('/settings#receivers');
}

export async function testReceiverFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return made(async () => `${await perform(testReceiver, { id: text(form, 'id') })} has taken it.`);
}

export async function removeReceiverFromForm(form: FormData): Promise<void> {
  await unlessRefused(perform(removeReceiver, { id: text(form, 'id') }));
  return leadTo('/settings#receivers');
}
