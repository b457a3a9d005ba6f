'use server';

import type { FormOptions, StartState } from '@/components/target/start-state';
import { AppProblem } from '@/lib/problem';
import { Control, Depth } from '@/lib/smtp/session';
import { leadTo } from '@/lib/server/http/lead-to';
import { perform } from '@/lib/server/http/perform';
import { validate } from '@/lib/server/http/validate';
import { askRetest } from '@/lib/server/verbs/ask-retest';
import { findReport } from '@/lib/server/verbs/get-report';
import { keep, letGo } from '@/lib/server/verbs/keep';
import { readMailAgain } from '@/lib/server/verbs/read-mail-again';
import { removeCheck } from '@/lib/server/verbs/remove-check';
import { removeDomain } from '@/lib/server/verbs/remove-domain';
import { removeMail } from '@/lib/server/verbs/remove-mail';
import { StartCheck, startCheck } from '@/lib/server/verbs/start-check';
import { stopCheck } from '@/lib/server/verbs/stop-check';
import { stopRetest } from '@/lib/server/verbs/stop-retest';
import { text, unlessRefused } from './form-result';

/** An address has fewer characters (RFC 5321 §4.5.3.1); more of them in one line are a message without its line ends. */
const MAX_LINE = 400;

/** Starts a check out of the form of `/` or the field in the header. */
export async function startFromForm(_before: StartState, form: FormData): Promise<StartState> {
  const input = text(form, 'target');
  if (input.length > MAX_LINE && /\s/.test(input)) return leadTo('/bounce?problem=one-line');
  const options = optionsOf(form);
  const nowhere = { input, options, at: null, length: 0 };
  if (options.depth === 'message' && text(form, 'confirm') !== 'yes')
    return { ...nowhere, say: 'To send a message, tick the box that confirms it, under Options.' };
  let id: string;
  try {
    const former = text(form, 'former');
    id = await start({ target: input, options: chosen(options), ...(former !== '' && { former }) });
  } catch (problem) {
    if (problem instanceof AppProblem) return { ...nowhere, say: problem.say, ...partOf(problem) };
    throw problem;
  }
  return leadTo(`/check/${id}`);
}

/** Checks a recipient of a bounce, to be compared with it. What stands against that is said at the form of `/`. */
export async function checkFromBounce(form: FormData): Promise<void> {
  const [sender, helo] = [text(form, 'sender').trim(), text(form, 'helo').trim()];
  const asked = {
    target: text(form, 'target'),
    reportMail: text(form, 'notice'),
    options: { depth: 'envelope', ...(sender && { sender }), ...(helo && { helo }) },
  };
  let id: string;
  try {
    id = await start(asked);
  } catch (problem) {
    if (problem instanceof AppProblem)
      return leadTo(`/bounce/${encodeURIComponent(asked.reportMail)}?problem=check`);
    throw problem;
  }
  return leadTo(`/check/${id}`);
}

/** Reads a mail again that could not be read in time. */
export async function readAgainFromForm(form: FormData): Promise<void> {
  const id = text(form, 'id');
  const page = `/bounce/${encodeURIComponent(id)}`;
  try {
    await perform(readMailAgain, { id });
  } catch (problem) {
    if (problem instanceof AppProblem) return leadTo(`${page}?problem=again`);
    throw problem;
  }
  return leadTo(page);
}

/** Ends a running check; what was seen stays. */
export async function stopFromForm(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await unlessRefused(perform(stopCheck, { id }));
  return leadTo(`/check/${id}`);
}

/** The same target and options once more, to be compared with what was. A check that sends a message goes through the form of `/` instead. */
export async function runAgainFromForm(form: FormData): Promise<void> {
  const report = await perform(findReport, { id: text(form, 'id') });
  if (!report || report.options.depth === 'message' || report.share?.hidesLocalParts) return leadTo('/');
  let id: string;
  try {
    const { target, options, before } = report;
    const asked = {
      target: target.input,
      options,
      former: report.id,
      ...(before && { reportMail: before.reportMail }),
    };
    id = await start(asked);
  } catch (problem) {
    if (problem instanceof AppProblem) return leadTo(`/?again=${report.id}`);
    throw problem;
  }
  return leadTo(`/check/${id}`);
}

/** Repeats a check with a temporary result by itself. */
export async function askRetestFromForm(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await unlessRefused(perform(askRetest, { id }));
  return leadTo(`/check/${id}`);
}

/** Nothing is asked again by itself any more. */
export async function stopRetestFromForm(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await unlessRefused(perform(stopRetest, { id }));
  return leadTo(`/check/${id}`);
}

/** Keeps a check whatever its age. */
export async function keepCheckFromForm(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await unlessRefused(perform(keep, { kind: 'check', id }));
  return leadTo(`/check/${id}`);
}

export async function letGoOfCheckFromForm(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await unlessRefused(perform(letGo, { kind: 'check', id }));
  return leadTo(`/check/${id}`);
}

/** Keeps a mail whatever its age. */
export async function keepMailFromForm(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await unlessRefused(perform(keep, { kind: 'mail', id }));
  return leadTo(`/bounce/${encodeURIComponent(id)}`);
}

export async function letGoOfMailFromForm(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await unlessRefused(perform(letGo, { kind: 'mail', id }));
  return leadTo(`/bounce/${encodeURIComponent(id)}`);
}

/** Removes a check for good. One that is refused is still there. */
export async function removeCheckFromForm(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await unlessRefused(perform(removeCheck, { id }));
  return leadTo(`/check/${id}`);
}

/** Removes a mail for good. */
export async function removeMailFromForm(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await unlessRefused(perform(removeMail, { id }));
  return leadTo(`/bounce/${encodeURIComponent(id)}`);
}

/** Removes everything that is kept of a domain. */
export async function removeDomainFromForm(form: FormData): Promise<void> {
  const domain = text(form, 'domain');
  await unlessRefused(perform(removeDomain, { domain }));
  return leadTo(`/domain/${encodeURIComponent(domain)}`);
}

/** The id of the check. Throws what `startCheck` throws. */
async function start(asked: unknown): Promise<string> {
  const { id } = await perform(startCheck, validate(StartCheck, asked));
  return id;
}

function optionsOf(form: FormData): FormOptions {
  const depth = Depth.safeParse(text(form, 'depth'));
  return {
    depth: depth.success ? depth.data : 'envelope',
    sender: text(form, 'sender').trim(),
    helo: text(form, 'helo').trim(),
    selectors: text(form, 'selectors').trim(),
    controls: form.getAll('controls').flatMap((value) => Control.safeParse(value).data ?? []),
    subject: text(form, 'subject'),
    body: text(form, 'body'),
  };
}

/** Only what was filled in; the rest comes from the configuration. */
function chosen({
  depth,
  sender,
  helo,
  selectors,
  controls,
  subject,
  body,
}: FormOptions): Record<string, unknown> {
  const named = selectors.split(/[\s,]+/).filter((one) => one !== '');
  return {
    depth,
    ...(sender ? { sender } : {}),
    ...(helo ? { helo } : {}),
    ...(named.length > 0 ? { selectors: named } : {}),
    ...(controls.length > 0 && depth !== 'greeting' ? { controls } : {}),
    ...(depth === 'message' ? { message: { subject, body } } : {}),
  };
}

function partOf({ fields }: AppProblem): { at: number | null; length: number } {
  const { position: at, length } = fields;
  return typeof at === 'number'
    ? { at, length: typeof length === 'number' ? length : 1 }
    : { at: null, length: 0 };
}

/** Starts a check by one press, where no field can show a problem: that goes to the form instead. */
export async function startByPress(form: FormData): Promise<void> {
  const problem = await startFromForm(null, form);
  if (problem) return leadTo('/');
}
