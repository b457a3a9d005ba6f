import { useQuery } from '@tanstack/react-query';
import type { Retest } from '@/lib/report/retest';
import { fetchRetest } from './api';
import { nextLook } from './next-look';

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
