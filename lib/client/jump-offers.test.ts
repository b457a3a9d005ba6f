import { expect, test } from 'vitest';
import { foundOffers, typedOffers } from './jump-offers';

test.each([
  ['nothing', ' ', []],
  ['a word', 'mx', ['Search everything for mx']],
  [
    'an address',
    'a@b.example',
    ['History of b.example', 'Check a@b.example now', 'Search everything for a@b.example'],
  ],
  [
    'a reply',
    '550 5.1.1 <a@b> unknown',
    ['Explain 550 5.1.1 <a@b> unknown', 'Search everything for 550 5.1.1 <a@b> unknown'],
  ],
])('%s', (_, typed, texts) => {
  const { before, after } = typedOffers(typed);
  expect([...before, ...after].map(({ text }) => text)).toEqual(texts);
});

test('what is typed leads nowhere else, whatever it is', () => {
  const { before, after } = typedOffers('550 &a=b#c/../x.example');
  for (const { href } of [...before, ...after])
    expect(href).toMatch(/^\/(?:$|domain\/|explain\?reply=|search\?q=)[^&#]*$/);
});

test('what was found is shown whatever is typed, and never without a word', () => {
  const item = { id: 'x', at: '2026-11-29T00:00:00Z', domain: '', title: '', lines: [] };
  const items = (['check', 'mail', 'note'] as const).map((kind) => ({ ...item, kind }));
  expect(
    foundOffers(
      { domains: ['b.example'], findings: [{ code: 'smtp.busy', name: 'Busy' }], items, next: null },
      'b',
    ),
  ).toEqual([
    { href: '/findings/smtp.busy', text: 'Busy', about: 'smtp.busy', words: 'b' },
    { href: '/domain/b.example', text: 'History of b.example', words: 'b' },
    { href: '/check/x', text: 'check', about: 'check', words: 'b' },
    { href: '/bounce/x', text: 'mail', about: 'mail', words: 'b' },
    { href: '/notes/x', text: 'note', about: 'note', words: 'b' },
  ]);
});
