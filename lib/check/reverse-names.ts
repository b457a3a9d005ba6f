import { parseDomainName } from '@/lib/dns/name';
import { reverseName } from '@/lib/dns/reverse';
import type { ReverseName } from '@/lib/dns/trace';
import { nameOf } from '@/lib/dns/rdata';
import type { Notebook } from './notebook';
import type { Walks } from './walks';

/** Names of one address that are looked up again; more than one is rare, and a host of many sites may have dozens. */
const MAX_NAMES = 3;

/** Notes the reverse name of an exchange's address. */
export async function findReverseName(
  address: string,
  after: number | null,
  walks: Walks,
  notebook: Notebook,
): Promise<void> {
  notebook.note({ type: 'reverse', reverse: await lookUpReverseName(address, after, walks.askAside) });
}

/** The PTR records of an address, by our own walk, and whether their names lead back to it. */
export async function lookUpReverseName(
  address: string,
  after: number | null,
  ask: Walks['askAside'],
): Promise<ReverseName> {
  const walked = await ask(reverseName(address), 'PTR', after);
  const names = walked.records.map((record): string => nameOf(record));
  const checked = await Promise.all(
    names.slice(0, MAX_NAMES).map(async (name) => {
      const parsed = parseDomainName(name);
      if (!parsed.ok) return { name, confirmed: false, evidence: [] };
      const type = address.includes(':') ? 'AAAA' : 'A';
      const forward = await ask(parsed.value, type, walked.steps.at(-1) ?? null);
      const confirmed = forward.records.some(({ data }) => data === address);
      return { name, confirmed, evidence: forward.steps };
    }),
  );
  const state: ReverseName['state'] =
    names.length > 0 ? 'found' : walked.kind === 'failed' ? 'failed' : 'none';
  return { address, state, names: checked, evidence: walked.steps };
}
