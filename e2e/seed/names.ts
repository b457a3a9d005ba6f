import { oneFor } from './chance';

const FIRST =
  'amber birch cedar clear coast copper crane dawn delta early ember fern field flint forest frost garden granite harbour hazel heron hill iris juniper kite lake linden maple marsh meadow north oak orchard pine quarry river slate stone summer willow'.split(
    ' ',
  );
const SECOND =
  'bakery bank books brewery bridge cargo castle charts chemist cinema clinic clock college design dental energy events farm films foods forge freight furniture gallery glass grid guild harvest hotel insurance journal kitchen labs law library lines logistics mill motors museum optics paper pharma post press rail school studio tools trade'.split(
    ' ',
  );

const LOCAL_PARTS = [
  ['info', 'sales', 'invoice'],
  ['office', 'anna.berg', 'm.weiss'],
  ['support', 'orders', 'no-reply'],
  ['postmaster', 'jobs', 'newsletter'],
] as const;

/** The n-th domain, from 0 on: another one for each n, where the practice internet has its domains. */
export function domainName(n: number): string {
  const first = FIRST[n % FIRST.length] ?? '';
  const round = Math.floor(n / FIRST.length);
  const second = SECOND[round % SECOND.length] ?? '';
  const again = Math.floor(round / SECOND.length);
  return `${first}-${second}${again === 0 ? '' : `-${again + 1}`}.test`;
}

/** The local part of one of the three mailboxes of this domain. */
export function localPart(domain: string, words: string): string {
  return oneFor(words, oneFor(`mailboxes of ${domain}`, LOCAL_PARTS));
}
