import { AsyncLocalStorage } from 'node:async_hooks';

/** The server and what Next has bundled are apart, so what they share hangs on `globalThis`. */
const SHARED = Symbol.for('mxproof.request');

function asked(): AsyncLocalStorage<string | null> {
  const shared = globalThis as typeof globalThis & {
    [SHARED]?: AsyncLocalStorage<string | null> | undefined;
  };
  return (shared[SHARED] ??= new AsyncLocalStorage());
}

/** Does the work for a request: what it logs bears the id. `null`: for no request, although one has led to it. */
export function forRequest<T>(id: string | null, work: () => T): T {
  return asked().run(id, work);
}

/** Of the request that is worked for; null for none. */
export function requestId(): string | null {
  return asked().getStore() ?? null;
}
