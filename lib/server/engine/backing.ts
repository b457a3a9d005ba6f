import type { Turns } from '@/lib/check/turns';
import type { CheckStore } from '@/lib/store/store';
import type { Alerts } from './alerts';
import type { Batches } from './batches';
import type { Damages } from './damages';
import type { Duty } from './duty';
import type { Feed } from './feed';
import type { FrozenReports } from './frozen-reports';
import type { Alone, MakeQuota } from './quota';
import type { Queue } from './queue';
import type { Removal } from './removal';
import type { Retests } from './retests';
import type { Runner, RunnerConfig } from './runner';
import type { SearchIndex } from './search-index';
import type { Watches } from './watches';

/** What goes on by itself, once over all processes. */
export interface Chores {
  retests: Retests;
  watches: Watches;
  batches: Batches;
  alerts: Alerts;
  removal: Removal;
  searchIndex: SearchIndex;
}

/** What there is beside, when it begins. */
export interface Begun extends Chores {
  damages: Damages;
  /** Of checks that are gone nothing is shown any more. */
  frozen: Pick<FrozenReports<unknown>, 'drop'>;
}

/** What a runner is given by whoever does not know what is behind. */
type AboutRunner = Omit<RunnerConfig, 'queue' | 'feed' | 'store'> & { damages: Damages };

/** What one process has in memory where it has the database to itself, and what several agree on in the database they share. */
export interface Backing {
  store: CheckStore;
  queue: Queue;
  feed: Feed;
  turns: Turns;
  duty: Duty;
  makeQuota: MakeQuota;
  /** Nobody else does work of this name meanwhile. */
  alone: Alone;
  runner(about: AboutRunner): Runner;
  /** Takes up what former processes have left, and what they have planned. */
  begin(begun: Begun): Promise<void>;
  /** Tells other processes that a check is gone. */
  tellRemoved(checkId: string): void;
  /** Tells them that somebody has said how people sign in, and calls this when another process tells so. */
  tellSignIn(): void;
  onSignIn(hear: () => void): void;
  /** After everything else: the database is one whole, and others may have it. */
  close(): Promise<void>;
}

/** What a process is for, where several share a database. */
export interface Role {
  /** Whether checks run here. */
  runsChecks: boolean;
  /** Whether it may do what must be done once. */
  keepsTime: boolean;
}
