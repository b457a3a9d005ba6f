import type { Identity } from '@/lib/dns/identity';

const NO_ADDRESS: Record<'none' | 'nxdomain' | 'failed', string> = {
  none: 'has no address',
  nxdomain: 'does not exist',
  failed: 'could not be looked up',
};

const BOUNCES: Record<NonNullable<Identity['sender']>['state'], string> = {
  mx: 'takes mail',
  implicit: 'takes mail at its address',
  'null-mx': 'takes no mail',
  none: 'has neither MX nor address',
  nxdomain: 'does not exist',
  failed: 'could not be looked up',
};

/** What a receiver finds that looks us up: one line about each of our names and addresses. */
export function identityWords({ helo, sender, addresses }: Identity): string[] {
  const said =
    helo.state === null
      ? []
      : [
          `${helo.name} ${helo.state === 'found' ? `is ${helo.addresses.join(', ')}` : NO_ADDRESS[helo.state]}`,
        ];
  const own = addresses.map(({ address, state, names }) => {
    if (state !== 'found')
      return `${address} ${state === 'none' ? 'has no reverse name' : 'could not be looked up'}`;
    const list = names.map(({ name, confirmed }) =>
      confirmed === false ? `${name}, which does not lead back` : name,
    );
    return `${address} is called ${list.join(', ')}`;
  });
  return [...said, ...own, ...(sender === null ? [] : [`${sender.domain} ${BOUNCES[sender.state]}`])];
}
