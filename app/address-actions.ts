'use server';

import { AppProblem } from '@/lib/problem';
import { leadTo } from '@/lib/server/http/lead-to';
import { perform } from '@/lib/server/http/perform';
import { lookUpAddress } from '@/lib/server/verbs/address';
import { text } from './form-result';

/** Looks up the address of the form, and leads to what was found out. */
export async function lookUpFromForm(form: FormData): Promise<void> {
  const address = text(form, 'address').trim();
  let page: string;
  try {
    const { about } = await perform(lookUpAddress, { address });
    page = `/address/${encodeURIComponent(about)}`;
  } catch (problem) {
    if (!(problem instanceof AppProblem)) throw problem;
    const isNone = problem.fields['reason'] === 'no-address';
    page = isNone
      ? '/vantage?problem=no-address'
      : `/address/${encodeURIComponent(address)}?problem=${problem.code}`;
  }
  return leadTo(page);
}
