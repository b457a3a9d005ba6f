import { unreachable } from '@/lib/result';
import type { Watch } from './watch';

/** The page of what is watched. */
export function watchPath({ kind, domain }: Pick<Watch, 'kind' | 'domain'>): string {
  switch (kind) {
    case 'mail':
      return `/domain/${encodeURIComponent(domain)}`;
    case 'lists':
      return `/address/${encodeURIComponent(domain)}`;
    default:
      return unreachable(kind);
  }
}
