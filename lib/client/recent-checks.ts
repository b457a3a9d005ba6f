import type { CheckPage } from '@/lib/report/summary';
import { ownLink } from '@/lib/own-link';
import { getJson } from './get-json';

/** Newest first. Rejects when they cannot be had. */
export function fetchRecentChecks(limit: number, signal: AbortSignal): Promise<CheckPage> {
  return getJson(ownLink(`/api/checks?limit=${limit}`), signal);
}
