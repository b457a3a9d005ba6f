import { headers } from 'next/headers';
import { shown } from '@/lib/show/shown';
import type { Verb } from '../verbs/verb';
import { callerOf } from './caller-of';
import { services } from './shared-services';

/** Does a verb for a page or an action, in the name of whoever has asked for it; what it gives is safe to show. */
export async function perform<Input, Output>(verb: Verb<Input, Output>, input: Input): Promise<Output> {
  return shown(await verb(callerOf(await headers()), input, await services()));
}
