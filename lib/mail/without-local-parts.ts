import { mapStrings } from '../map-strings';
import { addressesIn, isMailSystem } from './address';

/** Fields by which a message is found in a log, and those that hold one of our own words: they name nobody. */
const KEPT = new Set([
  ...[
    'messageId',
    'id',
    'sharedId',
    'envelopeId',
    'queueId',
    'createdAt',
    'format',
    'sourceAddress',
    'feedbackType',
  ],
  ...[
    'kind',
    'action',
    'stage',
    'category',
    'permanence',
    'side',
    'whoActs',
    'rule',
    'what',
    'for',
    'confidence',
  ],
]);

/** Characters of a view in which addresses are looked for. */
const MAX_HIDDEN = 2_000_000;

/** An @, and whatever stands before it, also where the rest is no address; looked for from the @, or it takes long. */
const AT = /@(?=\S)(?<=("[^"\n]{0,256}"|[^\s<>()[\],;:@"…]{1,256})@)/g;

/** Words that are local parts and words: to take them out of sentences would hide what was said. */
const COMMON =
  /^(?:info|mail|user|admin|sales|support|contact|office|postmaster|news|test|the|and|not|for)$/i;

/** The same value without local parts: neither in addresses nor where a reply repeats one by itself. */
export function withoutLocalParts<T>(view: T): T {
  const withoutWords = hiderOfWords(addressesIn(JSON.stringify(view), MAX_HIDDEN));
  const hide = (said: string, key: string): string => {
    if (KEPT.has(key)) return said;
    return key === 'address' && isBare(said) ? '…' : withoutWords(withoutBeforeAt(said));
  };
  return mapStrings(view, hide) as T; // only texts are changed, so its form is the same
}

/** Takes the local parts of these addresses out of a text in which they stand by themselves, but for those that are words. */
export function hiderOfWords(addresses: readonly string[]): (said: string) => string {
  const people = addresses.filter((one) => !isMailSystem(one));
  const bare = [...new Set(people.map(localPart))].filter((local) => local.length > 2 && !COMMON.test(local));
  if (bare.length === 0) return (said) => said;
  const word = new RegExp(`(?<![\\w.@-])(?:${bare.map(escaped).join('|')})(?![\\w@-])`, 'giu');
  return (said) => said.replace(word, '…');
}

/** What somebody has said, in a sentence of ours. */
const QUOTED = /“[^“”]*”|"[^"]*"/g;

/** Takes local parts out of a sentence of ours: before an @, and those of these addresses where it quotes somebody. */
export function hiderInSentences(addresses: readonly string[]): (sentence: string) => string {
  const hideWords = hiderOfWords(addresses);
  return (sentence) => withoutBeforeAt(sentence).replace(QUOTED, hideWords);
}

/** A text without what stands before an @, but for the names of mail systems. */
export function withoutBeforeAt(said: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { 1: local = '', index } of said.matchAll(AT)) {
    pieces.push(said.slice(from, index - local.length), isMailSystem(`${local}@`) ? local : '…');
    from = index;
  }
  return pieces.join('') + said.slice(from);
}

/** A recipient that is no address: neither a mailbox nor that of a host. */
function isBare(address: string): boolean {
  return !address.includes('@') && !/^(?:[\d.]{7,15}|[0-9a-f.]{0,39}:[0-9a-f:.]{1,45})$/i.test(address);
}

function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
