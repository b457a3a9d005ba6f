import { LRUCache } from 'lru-cache';
import type { WaitReason } from '@/lib/batch/wait';

/** Domains of which it is remembered where their servers are. */
const MAX_DOMAINS = 100_000;

/** Until when nothing of a kind is begun. */
interface Hold {
  reason: WaitReason;
  /** Milliseconds since the epoch. */
  until: number;
}

/** Why a domain is not asked now: a check of it, or of its network, is under way, or a hold. Null: it may be asked. */
type Block = 'under-way' | Hold | null;

/**
 * Which domains a batch may ask now. Where the servers of a domain are is known after its first check: from then on it is asked
 * in turn with all others that have their servers in the same networks, so that no check waits for another one's sessions.
 */
export interface BatchPace {
  blockOf(domain: string): Block;
  begin(domain: string): void;
  /** `networks`: where its servers are; they are left alone until the hold ends. */
  end(domain: string, networks: readonly string[], hold: Hold | null): void;
  holdDomain(domain: string, hold: Hold): void;
}

export function createBatchPace(now: () => number): BatchPace {
  const networksOf = new LRUCache<string, readonly string[]>({ max: MAX_DOMAINS });
  /** Checks under way, by domain and by network. */
  const underWay = new Map<string, number>();
  const holds = new Map<string, Hold>();
  /** The keys by which a domain under way is counted: those that were known when it began. */
  const begun = new Map<string, string[]>();

  const keysOf = (domain: string): string[] => [
    `domain ${domain}`,
    ...(networksOf.get(domain) ?? []).map((network) => `network ${network}`),
  ];
  const add = (key: string, count: 1 | -1): void => {
    const sum = (underWay.get(key) ?? 0) + count;
    if (sum > 0) underWay.set(key, sum);
    else underWay.delete(key);
  };
  const put = (key: string, hold: Hold): void => {
    const known = holds.get(key);
    if (known === undefined || known.until < hold.until) holds.set(key, hold);
  };
  const holdOf = (key: string): Hold | null => {
    const hold = holds.get(key) ?? null;
    if (hold === null || hold.until > now()) return hold;
    holds.delete(key);
    return null;
  };

  return {
    blockOf(domain) {
      const keys = keysOf(domain);
      if (keys.some((key) => underWay.has(key))) return 'under-way';
      return keys
        .flatMap((key) => holdOf(key) ?? [])
        .reduce<Hold | null>(
          (longest, hold) => (longest && longest.until > hold.until ? longest : hold),
          null,
        );
    },
    begin(domain) {
      const keys = keysOf(domain);
      begun.set(domain, keys);
      for (const key of keys) add(key, 1);
    },
    end(domain, networks, hold) {
      for (const key of begun.get(domain) ?? []) add(key, -1);
      begun.delete(domain);
      // What could not be seen this time is known from the last.
      if (networks.length > 0) networksOf.set(domain, networks);
      if (hold !== null) for (const network of networks) put(`network ${network}`, hold);
    },
    holdDomain: (domain, hold) => put(`domain ${domain}`, hold),
  };
}
