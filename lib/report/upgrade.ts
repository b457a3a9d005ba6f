import type { EvidenceEvent } from './event';
import type { StoredEvent, StoredEvidence } from './stored-evidence';
import { upgradeFrom1 } from './upgrade-1';
import { SCHEMA_VERSION } from './versions';

/** What leads from the form of each older version to the next one, event by event. */
const STEPS: Readonly<Record<number, (event: StoredEvent) => StoredEvent>> = { 1: upgradeFrom1 };

/** Evidence of any version in the form of today. Throws when it was written by a later version than this one. */
export function upgrade({ version, events }: StoredEvidence): EvidenceEvent[] {
  if (version > SCHEMA_VERSION)
    throw new Error(
      `evidence of version ${version} was written by a newer mxproof; this one reads ${SCHEMA_VERSION}`,
    );
  let upgraded = events;
  for (let from = version; from < SCHEMA_VERSION; from++) {
    const step = STEPS[from];
    if (step === undefined) throw new Error(`no mxproof has written evidence of version ${from}`);
    upgraded = upgraded.map(step);
  }
  return upgraded as EvidenceEvent[]; // sound: a digest, or the database of this process, proves that mxproof wrote it
}
