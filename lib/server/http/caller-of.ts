import { type Caller, visitor } from '../verbs/caller';
import { clientAddress } from './client-address';

/** Whoever has sent a request with these headers. */
export function callerOf(headers: Headers): Caller {
  return visitor(clientAddress(headers));
}
