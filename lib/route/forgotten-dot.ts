import ipaddr from 'ipaddr.js';

/** A name that was very likely written without the dot at its end, so that the zone's own name was added: RFC 1035 §5.1. */
export interface ForgottenDot {
  /** What was written. */
  meant: string;
  /** `doubled`: it ends in the zone's name already. `other`: a name elsewhere, if it exists. */
  kind: 'doubled' | 'address' | 'other';
}

/** What was written, if the name is one of a zone with this origin and more than a single label was added to it. */
export function forgottenDot(name: string, origin: string): ForgottenDot | null {
  if (!name.endsWith(`.${origin}`)) return null;
  const meant = name.slice(0, -origin.length - 1);
  if (ipaddr.IPv4.isValidFourPartDecimal(meant)) return { meant, kind: 'address' };
  if (meant === origin || meant.endsWith(`.${origin}`)) return { meant, kind: 'doubled' };
  return meant.includes('.') ? { meant, kind: 'other' } : null;
}
