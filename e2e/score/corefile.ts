/** One directive of a server, with the lines between its braces. */
export interface Directive {
  words: string[];
  body: string[][];
}

/** What CoreDNS serves at some addresses, for the names in one zone. */
export interface ServerBlock {
  /** Lower case, without its last dot; `.` is the root. */
  zone: string;
  addresses: string[];
  directives: Directive[];
}

const WORD = /"([^"]*)"|[^\s"]+/g;

/** Reads a configuration of CoreDNS, as far as the set has it: blocks of servers, with directives in one line or in braces. */
export function readCorefile(text: string): ServerBlock[] {
  const blocks: ServerBlock[] = [];
  let block: ServerBlock | null = null;
  let directive: Directive | null = null;
  for (const words of text.split(/\r?\n/).map(wordsOf)) {
    const [first = ''] = words;
    const opens = words.at(-1) === '{';
    if (first === '') continue;
    if (first === '}') {
      if (directive === null) block = null;
      directive = null;
    } else if (block === null) {
      block = { zone: zoneOf(first.replace(/:\d+$/, '')), addresses: [], directives: [] };
      blocks.push(block);
    } else if (directive !== null) directive.body.push(words);
    else if (first === 'bind') block.addresses.push(...words.slice(1));
    else {
      const one: Directive = { words: opens ? words.slice(0, -1) : words, body: [] };
      block.directives.push(one);
      if (opens) directive = one;
    }
  }
  return blocks;
}

/** A name as it is compared: lower case, without its last dot. */
export function zoneOf(name: string): string {
  return name === '.' ? name : name.toLowerCase().replace(/\.$/, '');
}

/** A comment begins with `#` at the beginning of a word. */
function wordsOf(line: string): string[] {
  const words = [...line.matchAll(WORD)].map(([word, quoted]) => quoted ?? word);
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment === -1 ? words : words.slice(0, comment);
}
