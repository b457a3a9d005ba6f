import { join } from 'node:path';

/** An export of the installation whose pages are compared with pictures: always the same ids, times and evidence. */
export const INSTALLATION = join(import.meta.dirname, 'installation.jsonl.gz');

/** Where its pages are, as JSON. */
export const PAGES = join(import.meta.dirname, 'pages.json');

export type PicturedPages = Record<
  'home' | 'failed' | 'healthy' | 'slow' | 'disagreeing' | 'domain' | 'compare' | 'bounce' | 'explain',
  string
>;
