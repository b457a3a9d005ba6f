import type { WalkResult } from './walk';

/** What DNS says of the addresses of a name. `failed`: nobody answered usefully; `not-asked`: by our own choice. */
export type AddressState = 'found' | 'none' | 'nxdomain' | 'failed' | 'not-asked';

/** Out of the walks for its A and its AAAA: one address is enough, and a failure leaves open what the other denies. */
export function addressState(walks: readonly WalkResult[]): AddressState {
  if (walks.some(({ records }) => records.length > 0)) return 'found';
  if (walks.some(({ detail }) => detail === 'own-choice')) return 'not-asked';
  if (walks.some(({ kind }) => kind === 'failed')) return 'failed';
  return walks.every(({ kind }) => kind === 'nxdomain') ? 'nxdomain' : 'none';
}
