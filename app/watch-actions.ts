'use server';

import type { FormAnswer } from '@/components/ui/form-answer';
import { leadTo } from '@/lib/server/http/lead-to';
import { perform } from '@/lib/server/http/perform';
import { AddReceiver, addReceiver, removeReceiver, testReceiver } from '@/lib/server/verbs/receivers';
import { endWatch, pauseWatch, resumeWatch, StartWatch, startWatch } from '@/lib/server/verbs/watches';
import { made, read, text, unlessDone, unlessRefused } from './form-result';

/** Leads to the page of the domain, where the watch is. */
export async function startWatchFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const typed = { target: text(form, 'target'), every: text(form, 'every'), unit: text(form, 'unit') };
  let domain = '';
  const refused = await unlessDone(async () => {
    const asked = read(StartWatch, { ...typed, receivers: form.getAll('receivers') });
    domain = await perform(startWatch, asked);
  }, typed);
  return refused ?? leadTo(`/domain/${encodeURIComponent(domain)}#watches`);
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
  const names = ['name', 'way', 'address', 'quietFrom', 'quietTo', 'timeZone'] as const;
  const typed = Object.fromEntries(names.map((name) => [name, text(form, name)]));
  const answer = await made(() => perform(addReceiver, read(AddReceiver, typed)), typed);
  return answer ?? leadTo('/settings#receivers');
}

export async function testReceiverFromForm(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return made(async () => `${await perform(testReceiver, { id: text(form, 'id') })} has taken it.`);
}

export async function removeReceiverFromForm(form: FormData): Promise<void> {
  await unlessRefused(perform(removeReceiver, { id: text(form, 'id') }));
  return leadTo('/settings#receivers');
}
