import type { CheckPage } from '@/lib/report/summary';
import { getJson } from './get-json';

/** Newest first. Rejects when they cannot be had. */
export function fetchRecentChecks(limit: number, signal: AbortSignal): Promise<CheckPage> {
  return getJson(`/api/checks?limit=${limit}`, signal);
}
