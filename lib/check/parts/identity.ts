import { addressState } from '@/lib/dns/address-state';
import type { Identity } from '@/lib/dns/identity';
import { type DomainName, parseDomainName } from '@/lib/dns/name';
import { mxOf } from '@/lib/dns/rdata';
import { aside } from '../aside';
import type { WalkingRun, Walks } from '../walks';
import { lookUpReverseName } from './reverse-names';

/** What a receiver can look up about us. */
export interface OwnIdentity {
  /** An address that we shall talk to: it decides which of our own addresses the other side sees. */
  goingTo(address: string): void;
  /** Resolves when all that was found is noted. */
  tell(): Promise<void>;
}

/** Looks ourselves up by our own walk, from the share of the budget that is not for the way of the mail. */
export function examineIdentity({ plan, walks, world, record }: WalkingRun): OwnIdentity {
  const { helo, sender } = plan.vantage;
  const names = aside(Promise.all([lookUpHelo(helo, walks), lookUpSender(sender, walks)]));
  const families = new Map<boolean, Promise<Identity['addresses']>>();

  const ownAddress = async (remote: string): Promise<Identity['addresses']> => {
    const own = await world.ownAddress(remote);
    // Behind NAT nobody sees this address, and which one they see instead is not known here.
    if (own === null || world.guard(own) !== null) return [];
    return [await lookUpReverseName(own, null, walks.askAboutUs, () => [helo.toLowerCase()])];
  };

  return {
    goingTo(address) {
      const isIpv6 = address.includes(':');
      if (!families.has(isIpv6)) families.set(isIpv6, aside(ownAddress(address)));
    },
    async tell() {
      const [heloFound, senderFound] = await names;
      const addresses = (await Promise.all(families.values())).flat();
      record.tell('identity', { helo: heloFound, sender: senderFound, addresses });
    },
  };
}

async function lookUpHelo(helo: string, walks: Walks): Promise<Identity['helo']> {
  const name = parseDomainName(helo);
  if (helo.startsWith('[') || !name.ok || !helo.includes('.'))
    return { name: helo, state: null, addresses: [], evidence: [] };
  const { state, addresses, evidence } = await lookUpAddresses(name.value, walks);
  return { name: helo, state, addresses, evidence };
}

async function lookUpSender(sender: string, walks: Walks): Promise<Identity['sender']> {
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  const name = parseDomainName(domain);
  if (!sender.includes('@') || domain.startsWith('[') || !name.ok) return null;
  const mx = await walks.askAboutUs(name.value, 'MX');
  const found = { domain, evidence: mx.steps };
  if (mx.kind === 'failed') return { ...found, state: 'failed' };
  if (mx.kind === 'answer')
    return {
      ...found,
      state: mx.records.every((record) => mxOf(record).exchange === '.') ? 'null-mx' : 'mx',
    };
  const { state, evidence } = await lookUpAddresses(name.value, walks);
  return { domain, state: state === 'found' ? 'implicit' : state, evidence: [...mx.steps, ...evidence] };
}

async function lookUpAddresses(name: DomainName, walks: Walks) {
  const walked = await Promise.all(['A', 'AAAA'].map((type) => walks.askAboutUs(name, type)));
  const state = addressState(walked);
  return {
    state: state === 'not-asked' ? 'failed' : state,
    addresses: walked.flatMap(({ records }) => records.map(({ data }) => data)),
    evidence: walked.flatMap(({ steps }) => steps),
  };
}
