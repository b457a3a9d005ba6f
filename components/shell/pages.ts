/** A page by its path, its name, and further words by which it is found. */
export type Jump = readonly [href: string, name: string, words: string];

/** For everybody. */
export const PAGES = [
  ['/', 'New check', ''],
  ['/bounce', 'Read a bounce', ''],
  ['/feedback', 'Read a complaint', 'feedback'],
  ['/explain', 'Explain a reply', ''],
  ['/message', 'Verify a message', 'spf dkim dmarc arc received headers'],
  ['/compare', 'Compare two checks', ''],
  ['/verify', 'Verify a report', 'digest json'],
  ['/findings', 'Findings catalogue', ''],
] as const satisfies readonly Jump[];
