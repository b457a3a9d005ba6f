import type { Spending } from '@/lib/store/postgresql/spent';
import { type MakeQuota, tooOften, WINDOW_SECONDS } from '../quota';

/** Quotas by time that hold over all processes on one database. */
export function sharedQuotas(spending: Pick<Spending, 'spend'>): MakeQuota {
  return (about) => {
    const { most, window = 'minute', code, what, whose = '' } = about;
    if (most === Infinity) return { take: async (_, spend) => spend?.() };
    return {
      async take(key, spend) {
        const name = [code, what, whose, key].join(' ');
        const { count, leftMs } = await spending.spend(name, 1, WINDOW_SECONDS[window] * 1000);
        if (count > most) throw tooOften(about, leftMs);
        await spend?.();
      },
    };
  };
}
