import type { z } from 'zod';
import type { FormAnswer } from '@/components/ui/form-answer';
import { AppProblem } from '@/lib/problem';

/** Why a form did nothing, in the words of the problem; null when it was done. */
export async function unlessDone(
  work: () => Promise<unknown>,
  typed: Record<string, string> = {},
): Promise<FormAnswer> {
  try {
    await work();
    return null;
  } catch (problem) {
    if (!(problem instanceof AppProblem)) throw problem;
    return { kind: 'refused', say: problem.say, typed };
  }
}

/** What a form has made, as text; nothing where that is empty. */
export async function made(
  work: () => Promise<string>,
  typed: Record<string, string> = {},
): Promise<FormAnswer> {
  let text = '';
  const refused = await unlessDone(async () => {
    text = await work();
  }, typed);
  return refused ?? (text === '' ? null : { kind: 'made', text });
}

/** Does it, and lets what is refused be seen on the page to which the form leads. */
export async function unlessRefused(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (problem) {
    if (!(problem instanceof AppProblem)) throw problem;
  }
}

/** Throws what stands against the first field, in its own words. */
export function read<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const { data, error } = schema.safeParse(value);
  if (error) throw new AppProblem('request-invalid', { say: error.issues[0]?.message ?? error.message });
  return data;
}

/** The text of a field; empty when there is none. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
