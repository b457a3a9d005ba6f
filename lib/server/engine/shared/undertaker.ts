import type { Claims, Orphan } from '@/lib/store/postgresql/claims';
import type { CheckStore, StoredCheck } from '@/lib/store/store';
import { log, shortId } from '../../config/log';
import { type Damages, isDamage } from '../damages';
import { sealOne } from '../interrupted';

/** Looks after checks whose process is dead. */
export interface Undertaker {
  /** Does so for all there are. What fails is done the next time. */
  look(): Promise<void>;
}

interface UndertakerConfig {
  claims: Pick<Claims, 'orphans' | 'giveBack' | 'release'>;
  store: Pick<CheckStore, 'read' | 'seal' | 'abandon'>;
  damages: Damages;
  /** What follows a check that was sealed just before its process died. */
  follow(check: StoredCheck): Promise<void>;
  /** What follows one that was interrupted. */
  followInterrupted(check: StoredCheck): Promise<void>;
}

/**
 * Where no session may have begun, a check waits again, once: nobody has been sent anything but questions of DNS. Every other one is
 * sealed as interrupted, with what was written of it.
 */
export function createUndertaker(config: UndertakerConfig): Undertaker {
  const { claims, store, damages, follow, followInterrupted } = config;
  /** Those that are ours since, and not done with. */
  let orphans: Orphan[] = [];

  const bury = async ({ checkId, hasSession, isAgain }: Orphan): Promise<void> => {
    const check = await damages.within('check', checkId, () => store.read(checkId));
    if (check?.ending === null && !hasSession && !isAgain) {
      log.warn({ check: shortId(checkId) }, 'the process of a check is gone; the check is made once more');
      return claims.giveBack(checkId);
    }
    if (check?.ending === null) {
      log.warn({ check: shortId(checkId) }, 'the process of a check is gone; the check was interrupted');
      await sealOne(store, checkId, new Date());
      await followInterrupted(check);
    } else if (check !== null) await follow(check);
    await claims.release(checkId);
  };

  const buryReadable = async (orphan: Orphan): Promise<void> => {
    try {
      await bury(orphan);
    } catch (error) {
      if (!isDamage(error)) throw error;
      await store.abandon(orphan.checkId, new Date());
      await claims.release(orphan.checkId);
    }
  };

  return {
    async look() {
      orphans.push(...(await claims.orphans()));
      for (const orphan of [...orphans]) {
        await buryReadable(orphan);
        orphans = orphans.filter((one) => one !== orphan);
      }
    },
  };
}
