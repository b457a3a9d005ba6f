import type { TraceStep } from './trace';

/** True when the server itself said something, be it useful or not. */
export function isHeard({ outcome }: TraceStep): boolean {
  return !['silence', 'unreachable', 'blocked', 'malformed'].includes(outcome);
}

/** How a question, or a connection, ended. */
interface Ending {
  outcome: string | null;
  detail: string | null;
}

/** No way out of this machine for the address: that says nothing about the server. */
export function isOwnFailure({ outcome, detail }: Ending): boolean {
  return outcome === 'unreachable' && /ENETUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT/.test(detail ?? '');
}

/** Signatures come only in answers that speak EDNS (RFC 3225 §3); steps of older reports do not tell. */
export function hasEdns({ edns, opt }: TraceStep): boolean {
  return edns && opt !== false;
}
