import type { SearchPage } from '@/lib/search/page';
import { ownLink } from '@/lib/own-link';
import { getJson } from './get-json';

/** Rejects when it cannot be searched for, or not by whoever asks. */
export function fetchFound(typed: string, limit: number, signal: AbortSignal): Promise<SearchPage> {
  return getJson(ownLink(`/api/search?limit=${limit}&q=${encodeURIComponent(typed)}`), signal);
}
