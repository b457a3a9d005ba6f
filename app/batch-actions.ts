'use server';

import { leadTo } from '@/lib/server/http/lead-to';
import { perform } from '@/lib/server/http/perform';
import { changeBatch, removeBatch, stopBatch } from '@/lib/server/verbs/batches';
import { text, unlessRefused } from './form-result';

export async function pauseBatchFromForm(form: FormData): Promise<void> {
  return steered(form, (id) => perform(changeBatch, { id, isPaused: true }));
}

export async function resumeBatchFromForm(form: FormData): Promise<void> {
  return steered(form, (id) => perform(changeBatch, { id, isPaused: false }));
}

export async function stopBatchFromForm(form: FormData): Promise<void> {
  return steered(form, (id) => perform(stopBatch, { id }));
}

export async function removeBatchFromForm(form: FormData): Promise<void> {
  await unlessRefused(perform(removeBatch, { id: text(form, 'id') }));
  return leadTo('/batch');
}

async function steered(form: FormData, work: (id: string) => Promise<unknown>): Promise<void> {
  const id = text(form, 'id');
  await unlessRefused(work(id));
  return leadTo(`/batch/${encodeURIComponent(id)}`);
}
