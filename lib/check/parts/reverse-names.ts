import { type DomainName, parseDomainName } from '@/lib/dns/name';
import { reverseName } from '@/lib/dns/reverse';
import { nameOf } from '@/lib/dns/rdata';
import type { ReverseName } from '@/lib/dns/trace';
import type { WalkResult } from '@/lib/dns/walk';
import { bannerName } from '@/lib/smtp/ehlo-name';
import type { WalkingRun } from '../walks';

/** Names of one address that are looked up again; more than one is rare, and a host of many sites may have dozens. */
const MAX_NAMES = 3;

/** Notes the reverse name of an exchange's address. Most likely right is what its greeting says, or the exchange's name. */
export async function findReverseName(
  { walks, record }: WalkingRun,
  { address, exchange }: { address: string; exchange: string },
  after: number | null,
): Promise<void> {
  const likely = () => {
    const session = record.report().sessions.find((one) => one.address === address);
    return [(session && bannerName(session)) ?? '', exchange];
  };
  const reverse = await lookUpReverseName(address, after, walks.askAside, likely);
  record.tell('reverse', reverse);
}

/** One question by a walk of whoever conducts it. */
type Ask = (
  name: DomainName,
  type: 'PTR' | 'A' | 'AAAA',
  after: number | null,
) => Promise<Pick<WalkResult, 'kind' | 'records' | 'steps'>>;

/**
 * The PTR records of an address, by our own walk, and whether their names lead back to it: the likely ones are looked up
 * first, and of names beyond the limit nothing is known.
 */
export async function lookUpReverseName(
  address: string,
  after: number | null,
  ask: Ask,
  likely: () => readonly string[],
): Promise<ReverseName> {
  const walked = await ask(reverseName(address), 'PTR', after);
  const found = walked.records.map((record): string => nameOf(record));
  const first = likely().filter((name) => found.includes(name));
  const names = [...new Set([...first, ...found])];
  const checked = await Promise.all(
    names.map(async (name, index) => {
      const parsed = parseDomainName(name);
      if (!parsed.ok || index >= MAX_NAMES) return { name, confirmed: null, evidence: [] };
      const type = address.includes(':') ? 'AAAA' : 'A';
      const forward = await ask(parsed.value, type, walked.steps.at(-1) ?? null);
      const confirmed = forward.records.some(({ data }) => data === address);
      return { name, confirmed: forward.kind === 'failed' ? null : confirmed, evidence: forward.steps };
    }),
  );
  const state: ReverseName['state'] =
    names.length > 0 ? 'found' : walked.kind === 'failed' ? 'failed' : 'none';
  return { address, state, names: checked, evidence: walked.steps };
}
