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

/** Events as they were written, in the form of their version. Throws when the JSON is none of ours. */
export function readStoredEvents(json: string): StoredEvent[] {
  const events: unknown = JSON.parse(json);
  if (!Array.isArray(events) || !events.every(isStoredEvent)) throw new Error('stored events are broken');
  return events;
}

function isStoredEvent(value: unknown): value is StoredEvent {
  if (typeof value !== 'object' || value === null || !('type' in value && 'seq' in value)) return false;
  return typeof value.type === 'string' && Number.isInteger(value.seq);
}
