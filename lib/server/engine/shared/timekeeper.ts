import pLimit from 'p-limit';
import type { Claims } from '@/lib/store/postgresql/claims';
import { log } from '../../config/log';
import type { Chores } from '../backing';

/** Lists that were arriving for so long do not arrive any more: a request may take much less. */
const ARRIVING_MS = 10 * 60_000;

/** Does what must be done once, as long as it is this process that does it. */
export interface Timekeeper {
  /** From now on it is this one: what another one has left is taken up. */
  take(): void;
  /** A check has ended, wherever. */
  hear(checkId: string): void;
  /** Something was planned, wherever. */
  look(chore: string): void;
  /** Looks for what may have been missed. */
  beat(): void;
  close(): Promise<void>;
}

interface TimekeeperConfig {
  claims: Pick<Claims, 'underWay' | 'over'>;
  chores: Chores;
  isOurs(): boolean;
}

export function createTimekeeper({ claims, chores, isOurs }: TimekeeperConfig): Timekeeper {
  const { retests, watches, batches, alerts, removal, searchIndex } = chores;
  const oneByOne = pLimit(1);
  /** Whether what another one has left was taken up. */
  let hasTaken = false;

  const take = async (): Promise<void> => {
    const underWay = await claims.underWay();
    await retests.resume(underWay.flatMap(({ retestOf }) => retestOf ?? []));
    await batches.resume(underWay, new Date(Date.now() - ARRIVING_MS));
    watches.resume(underWay);
    alerts.look();
    removal.start();
    searchIndex.look();
    hasTaken = true;
    log.info('this process does what is planned');
  };

  /** Of the checks that are waited for, those whose end was not heard of. */
  const catchUp = async (): Promise<void> => {
    const waitedFor = [...watches.waitingFor(), ...batches.waitingFor()];
    if (waitedFor.length === 0) return;
    for (const checkId of await claims.over(waitedFor)) await end(checkId);
  };

  const end = async (checkId: string): Promise<void> => {
    watches.forget(checkId);
    await batches.hear(checkId);
  };

  const looks: Readonly<Record<string, () => void>> = {
    retests: retests.look,
    watches: watches.look,
    batches: batches.look,
    alerts: alerts.look,
    search: searchIndex.look,
  };

  /** Unless it is somebody else's meanwhile; what fails is done with the next beat. */
  const work = (what: () => Promise<void>): void => {
    oneByOne(async () => {
      if (isOurs()) await what();
    }).catch((error: unknown) => log.warn({ err: error }, 'what is planned could not be looked after'));
  };

  return {
    take() {
      hasTaken = false;
      work(take);
    },
    hear(checkId) {
      work(async () => {
        if (hasTaken) await end(checkId);
        searchIndex.look();
      });
    },
    look(chore) {
      if (isOurs()) looks[chore]?.();
    },
    beat() {
      work(() => (hasTaken ? catchUp() : take()));
    },
    close: () => oneByOne(() => Promise.resolve()),
  };
}
