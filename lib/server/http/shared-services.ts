import { env } from '../config/env';
import { meters } from './metrics';
import { closeServices, openServices, type Services } from '../engine/services';

/** Pages and handlers are bundled apart, so what they share hangs on `globalThis`. */
const SHARED = Symbol.for('mxproof.services');

/** The services of this process, opened at the first call. Only what is asked for from outside may reach for them. */
export function services(): Promise<Services> {
  const shared = globalThis as Record<symbol, unknown>;
  return (shared[SHARED] ??= openServices(env(), meters())) as Promise<Services>;
}

/** Before the process ends. */
export async function endServices(): Promise<void> {
  await closeServices(await services());
}
