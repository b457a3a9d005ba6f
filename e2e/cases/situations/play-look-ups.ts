import { listWords } from '@/lib/show/blocklist-words';
import { startPracticeLookups } from '../../fixtures/practice-lookups';

/** What is said of each list when these IPv4 addresses are looked up, by address. */
export async function playLookUps(addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (addresses.length === 0) return new Map();
  const { look, stop } = await startPracticeLookups();
  try {
    const said = [...new Set(addresses)].map(async (text) => {
      const { lists } = await look({ kind: 'ipv4', text });
      const lines = lists.map((list) => {
        const { state, says } = listWords(list);
        return [`${list.zone}: ${state}`, ...says].join('. ').replaceAll('..', '.');
      });
      return [text, lines.join('\n')] as const;
    });
    return new Map(await Promise.all(said));
  } finally {
    await stop();
  }
}
