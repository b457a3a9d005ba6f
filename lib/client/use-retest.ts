import { useQuery } from '@tanstack/react-query';
import type { Retest } from '@/lib/report/retest';
import { fetchRetest } from './api';

/** Between two looks: not sooner, since a try takes some seconds; not later, since clocks differ. */
const MIN_LOOK_MS = 2_000;
const MAX_LOOK_MS = 30_000;

/** How an ended check is repeated by itself, followed until nothing more is planned. */
export function useRetest(id: string, initial: Retest | null): Retest | null {
  const { data } = useQuery({
    queryKey: ['retest', id],
    queryFn: ({ signal }) => fetchRetest(id, signal),
    initialData: initial,
    refetchInterval: ({ state }) => nextLook(state.data ?? null, Date.now()),
    refetchOnWindowFocus: false,
  });
  return data;
}

/** Milliseconds until there may be something new; false when there will not be. */
export function nextLook(retest: Retest | null, now: number): number | false {
  if (retest?.ending !== null) return false;
  const ms = retest.nextAt === null ? 0 : Date.parse(retest.nextAt) - now;
  return Math.min(Math.max(ms, MIN_LOOK_MS), MAX_LOOK_MS);
}
