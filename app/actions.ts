'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { StartState } from '@/components/target/start-state';
import { AppProblem } from '@/lib/problem';
import { clientAddress } from '@/lib/server/client-address';
import { getReport } from '@/lib/server/get-report';
import { startCheck } from '@/lib/server/start-check';
import { stopCheck } from '@/lib/server/stop-check';

/** Starts a check out of the form of `/` or the field in the header. */
export async function startFromForm(_before: StartState, form: FormData): Promise<StartState> {
  const input = text(form, 'target');
  if (text(form, 'depth') === 'message' && text(form, 'confirm') !== 'yes')
    return {
      input,
      at: null,
      length: 0,
      say: 'To send a message, tick the box that confirms it, under Options.',
    };
  let url: string;
  try {
    ({ url } = await startCheck(
      { target: input, options: optionsOf(form) },
      { ip: clientAddress(await headers()) },
    ));
  } catch (problem) {
    if (problem instanceof AppProblem) return { input, say: problem.say, ...partOf(problem) };
    throw problem;
  }
  redirect(new URL(url, 'http://localhost').pathname);
}

/** Ends a running check; what was seen stays. */
export async function stopFromForm(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await stopCheck(id);
  redirect(`/check/${id}`);
}

/** The same target and options once more. A check that sends a message goes through the form of `/` instead. */
export async function runAgainFromForm(form: FormData): Promise<void> {
  const report = await getReport(text(form, 'id'));
  if (!report || report.options.depth === 'message') redirect('/');
  let url: string;
  try {
    const asked = { target: report.target.input, options: report.options };
    ({ url } = await startCheck(asked, { ip: clientAddress(await headers()) }));
  } catch (problem) {
    if (problem instanceof AppProblem) redirect(`/?again=${report.id}`);
    throw problem;
  }
  redirect(new URL(url, 'http://localhost').pathname);
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** Only what was filled in; the rest comes from the configuration. */
function optionsOf(form: FormData): Record<string, unknown> {
  const depth = text(form, 'depth');
  const sender = text(form, 'sender').trim();
  const helo = text(form, 'helo').trim();
  const message = { subject: text(form, 'subject'), body: text(form, 'body') };
  return {
    ...(depth ? { depth } : {}),
    ...(sender ? { sender } : {}),
    ...(helo ? { helo } : {}),
    ...(depth === 'message' ? { message } : {}),
  };
}

function partOf({ fields }: AppProblem): { at: number | null; length: number } {
  const { at, length } = fields;
  return typeof at === 'number'
    ? { at, length: typeof length === 'number' ? length : 1 }
    : { at: null, length: 0 };
}

/** Starts a check by one press, where no field can show a problem: that goes to the form instead. */
export async function startByPress(form: FormData): Promise<void> {
  const problem = await startFromForm(null, form);
  if (problem) redirect('/');
}
