import { expect, test } from 'vitest';
import { refuseOtherSites } from './same-site';

const HOST = { host: 'mxproof.example:3000' };
const refusal = (headers: Record<string, string>) => () =>
  refuseOtherSites({ headers: new Headers(headers) });

test.each<[string, Record<string, string>]>([
  ['a page elsewhere', { ...HOST, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['a page of a sibling', { ...HOST, 'sec-fetch-site': 'same-site', origin: 'https://www.example' }],
  ['a page elsewhere, over http', { ...HOST, origin: 'http://evil.example' }],
  ['another port of the same machine', { ...HOST, origin: 'http://mxproof.example:8080' }],
  ['a page that hides where it is from', { ...HOST, origin: 'null' }],
  ['an origin that is none', { ...HOST, origin: 'mxproof.example:3000' }],
  ['no host', { origin: 'http://mxproof.example:3000' }],
])('%s is refused', (_, headers) => {
  expect(refusal(headers)).toThrow(expect.objectContaining({ code: 'request-invalid' }));
});

test.each<[string, Record<string, string>]>([
  ['no browser', HOST],
  ['our own page', { ...HOST, 'sec-fetch-site': 'same-origin', origin: 'http://mxproof.example:3000' }],
  ['our own page, over http', { ...HOST, origin: 'http://mxproof.example:3000' }],
  [
    'behind a proxy',
    { host: '127.0.0.1:3000', 'x-forwarded-host': 'mx.example', origin: 'https://mx.example' },
  ],
  ['typed by a person', { ...HOST, 'sec-fetch-site': 'none' }],
])('%s is served', (_, headers) => {
  expect(refusal(headers)).not.toThrow();
});
