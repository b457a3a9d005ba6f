import type { CheckRun } from './check-run';
import type { Dnssec } from './dnssec';
import type { FurtherZones } from './parts/further-zones';
import type { Sessions } from './sessions';
import type { WalkingRun } from './walks';

/** The check of a domain: its walks, and what goes on beside them. */
export interface DomainRun extends CheckRun, WalkingRun {
  sessions: Sessions;
  dnssec: Dnssec;
  zones: FurtherZones;
}
