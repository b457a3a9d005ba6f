import { dnsStep, place, type Reference } from '@/lib/report/reference';
import { found, type Claim } from '../found';
import type { Evidence } from '@/lib/report/evidence';

type Identity = NonNullable<Evidence['identity']>;

/** What receivers that look us up will not like: our own side, whatever the other one does. */
export function* identity({ identity: us }: Evidence): Iterable<Claim> {
  if (us === null) return;
  yield* heloName(us);
  yield* senderDomain(us);
  for (const one of us.addresses) yield* reverseName(us, one);
}

function* heloName({ helo, addresses }: Identity): Iterable<Claim> {
  const { name, state } = helo;
  const proof = steps(helo.evidence);
  if (state === null && !name.startsWith('['))
    yield found('vantage.helo-not-fqdn', { helo: name }, [place('vantage')]);
  if (state === 'none' || state === 'nxdomain')
    yield found('vantage.helo-unresolved', { helo: name, exists: state === 'none' }, proof);
  const own = addresses.map(({ address }) => address);
  if (state === 'found' && own.length > 0 && !own.some((address) => helo.addresses.includes(address)))
    yield found('vantage.helo-elsewhere', { helo: name, addresses: helo.addresses, own }, proof);
}

function* senderDomain({ sender }: Identity): Iterable<Claim> {
  if (sender === null) return;
  const { domain, state: reason, evidence } = sender;
  if (reason === 'nxdomain' || reason === 'none' || reason === 'null-mx')
    yield found('vantage.sender-without-mail', { domain, reason }, steps(evidence));
}

function* reverseName(
  { helo }: Identity,
  { address, state, names, evidence }: Identity['addresses'][number],
): Iterable<Claim> {
  const proof = steps([...evidence, ...names.flatMap((name) => name.evidence)]);
  const list = names.map(({ name }) => name);
  if (state === 'none') yield found('vantage.no-reverse-name', { address }, proof);
  if (state !== 'found') return;
  if (names.every(({ confirmed }) => confirmed === false))
    yield found('vantage.reverse-not-confirmed', { address, names: list }, proof);
  else if (
    names.some(({ confirmed }) => confirmed) &&
    helo.state !== null &&
    !list.includes(helo.name.toLowerCase())
  )
    yield found('vantage.helo-not-reverse', { address, names: list, helo: helo.name }, proof);
}

function steps(numbers: readonly number[]): Reference[] {
  return numbers.length === 0 ? [place('vantage')] : numbers.map(dnsStep);
}
