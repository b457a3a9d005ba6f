import type { TokenScope } from '@/lib/account';

export const SCOPE_WORDS: Readonly<Record<TokenScope, { label: string; about: string }>> = {
  'hand-over': { label: 'Hand over', about: 'Bounces and complaints: what a mail server needs.' },
  check: { label: 'Check', about: 'Starts checks, stops and lists its own, and makes links to checks.' },
  read: { label: 'Read', about: 'Lists everything, and reads messages as they came.' },
  note: { label: 'Note', about: 'Writes notes into the changelog.' },
  watch: { label: 'Watch', about: 'Begins, changes and ends watches; whom they tell stays with admins.' },
  explain: { label: 'Explain', about: 'What a reply means. Nothing is kept.' },
};
