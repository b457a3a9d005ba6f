import type { Tone } from './words';

/** One line of a link: a server, an exchange or an address, and what is said of it. */
export interface HopRow {
  left: string;
  right: string;
  /** Name of the server that the row is about. */
  server?: string;
  /** Its address. */
  address?: string;
  /** Belongs to the row above it. */
  isBelow?: boolean;
  tone: Tone | null;
  /** Where on the page the proof is; null when the row is derived from several steps. */
  anchor: string | null;
}

/** One link of the chain: a zone with the servers asked, the exchanges, or their addresses. */
export interface Hop {
  title: string;
  about: string;
  rows: HopRow[];
}
