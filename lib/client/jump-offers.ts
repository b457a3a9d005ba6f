import type { SearchPage } from '@/lib/search/page';
import { domainIn } from './jump-match';

/** Something that can be jumped to. */
export interface Offer {
  href: string;
  text: string;
  /** What is said of it. */
  about?: string;
  /** Further words by which it is found. */
  words?: string;
  /** What is checked, in place of going there; only for whoever may. */
  check?: string;
}

/** RFC 5321 §4.2: a code, and what follows it. */
const REPLY = /^[245]\d\d[ -]/;

/** What may be meant by what is typed, whether anything of it is known here: before and after what is known. */
export function typedOffers(typed: string): { before: Offer[]; after: Offer[] } {
  const text = typed.trim();
  if (text === '') return { before: [], after: [] };
  const domain = domainIn(text);
  const words = typed;
  return {
    before: [
      ...(domain === null
        ? []
        : [
            { href: domainPath(domain), text: `History of ${domain}`, words },
            { href: '/', text: `Check ${text} now`, words, check: text },
          ]),
      ...(REPLY.test(text)
        ? [{ href: `/explain?reply=${encodeURIComponent(text)}`, text: `Explain ${text}`, words }]
        : []),
    ],
    after: [{ href: `/search?q=${encodeURIComponent(text)}`, text: `Search everything for ${text}`, words }],
  };
}

const PATHS = { check: '/check/', mail: '/bounce/', note: '/notes/' } as const;

/** What was found for it on the server. */
export function foundOffers({ domains, findings, items }: SearchPage, typed: string): Offer[] {
  return [
    ...findings.map(({ code, name }) => ({
      href: `/findings/${code}`,
      text: name,
      about: code,
      words: typed,
    })),
    ...domains.map((domain) => ({ href: domainPath(domain), text: `History of ${domain}`, words: typed })),
    ...items.map(({ kind, id, title }) => ({
      href: `${PATHS[kind]}${id}`,
      text: title === '' ? kind : title.slice(0, 120),
      about: kind,
      words: typed,
    })),
  ];
}

export function domainPath(domain: string): string {
  return `/domain/${encodeURIComponent(domain)}`;
}
