import type { Access } from '../config/access';

/** How people sign in; `none`: nobody does. */
export type SignInWay = 'none' | 'proxy' | 'accounts';

/** `choice` is what was chosen on the page of the first run; null when nothing was. */
export function wayOf(
  { trustedHeader, accounts }: Pick<Access, 'trustedHeader' | 'accounts'>,
  choice: string | null,
): SignInWay {
  if (trustedHeader !== null) return 'proxy';
  return accounts || choice === 'accounts' ? 'accounts' : 'none';
}

/** The origin that people type; `port` counts where the operator names no address of their own. */
export function ownOrigin({ url }: Pick<Access, 'url'>, port: number): string {
  return url ?? `http://localhost:${port}`;
}
