/** How long a greeting proves that port 25 leaves this machine; firewalls change seldom. */
const PROVES_MS = 10 * 60_000;
/** Addresses kept; a check asks about those apart from its own. */
const MAX_KEPT = 100;

/** Mail servers that have greeted this machine lately, whatever check talked to them. */
export interface ReachedServers {
  note(address: string): void;
  /** Seconds since the last greeting of a server at another address than these; null when there was none lately. */
  secondsSince(apartFrom: readonly string[]): number | null;
}

/** `now` in milliseconds, of any clock. */
export function createReachedServers(now: () => number): ReachedServers {
  const greetedAt = new Map<string, number>();
  return {
    note(address) {
      greetedAt.delete(address);
      greetedAt.set(address, now());
      const [oldest] = greetedAt.keys();
      if (greetedAt.size > MAX_KEPT && oldest !== undefined) greetedAt.delete(oldest);
    },
    secondsSince(apartFrom) {
      const times = [...greetedAt].flatMap(([address, at]) => (apartFrom.includes(address) ? [] : [at]));
      const since = now() - Math.max(...times);
      return times.length > 0 && since <= PROVES_MS ? Math.round(since / 1000) : null;
    },
  };
}
