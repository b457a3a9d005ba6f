/** What events of every version have. */
export interface StoredEvent {
  type: string;
  seq: number;
}

/** Evidence as it was written by some version of mxproof. */
export interface StoredEvidence {
  /** `SCHEMA_VERSION` of who wrote it. */
  version: number;
  /** In the form of that version: what the digest is made of. */
  events: readonly StoredEvent[];
}
