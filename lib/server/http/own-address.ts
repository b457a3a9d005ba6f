import { ownLink } from '@/lib/own-link';
import { env } from '../config/env';

/** The whole link of a path of ours for whoever reads a page elsewhere; null when the operator has not said where we are. */
export function ownAddress(path: string): string | null {
  const { url } = env().access;
  return url === null ? null : `${url}${ownLink(path)}`;
}
