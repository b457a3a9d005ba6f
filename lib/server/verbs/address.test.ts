import { expect, test } from 'vitest';
import type { Subject } from '@/lib/blocklists/blocklist';
import type { AddressView } from '@/lib/blocklists/view';
import { createKeptResults } from '../engine/kept-results';
import { keepingLookUp } from '../engine/address-lookup';
import type { Services } from '../engine/services';
import { findAddress, lookUpAddress } from './address';
import type { Caller } from './caller';

const CALLER: Caller = { who: null, account: null, ip: '192.0.2.7', rights: ['start-checks'] };

const NOTHING_LISTED: Omit<AddressView, 'about'> = {
  askedAt: '2026-11-30T00:00:00.000Z',
  reverse: null,
  lists: [],
  unasked: [],
  tableDate: '2026-11-30',
  queries: 0,
  isCutShort: false,
};

function services(taken: string[] = []) {
  const asked: Subject[] = [];
  const lookUp = (subject: Subject): Promise<AddressView> => {
    asked.push(subject);
    return Promise.resolve({ ...NOTHING_LISTED, about: subject.text });
  };
  const addressViews = createKeptResults<AddressView>();
  const given: Partial<Services> = {
    settings: {
      helo: 'MX.Example.org',
      mailFrom: 'postmaster@example.net',
      blocklists: [],
    } as Partial<Services['settings']> as Services['settings'],
    guard: (address) => (/^(?:10\.|fe80)/.test(address) ? 'private' : null),
    quotas: {
      addresses: { take: (key: string) => Promise.resolve(void taken.push(key)) },
    } as Services['quotas'],
    lookUpAddress: keepingLookUp(lookUp, addressViews),
    addressViews,
  };
  return { asked, given: given as Services };
}

test.each([
  ['', 'no-address'],
  ['example.org', 'no-address'],
  ['192.0.2.1/24', 'no-address'],
  ['1.2.3', 'no-address'],
  ['fe80::1%eth0', 'no-address'],
  ['10.0.0.1', 'not-public'],
  ['FE80::1', 'not-public'],
])('%j is asked about nowhere, and counts for no limit', async (address, reason) => {
  const taken: string[] = [];
  const { given, asked } = services(taken);
  await expect(lookUpAddress(CALLER, { address }, given)).rejects.toMatchObject({
    code: 'request-invalid',
    fields: { reason },
  });
  expect([asked, taken]).toEqual([[], []]);
});

test.each<[string, Subject]>([
  [' 192.0.2.1 ', { kind: 'ipv4', text: '192.0.2.1' }],
  ['2001:DB8:0:0::1', { kind: 'ipv6', text: '2001:db8::1' }],
  ['mx.example.ORG', { kind: 'name', text: 'mx.example.org' }],
  ['example.net', { kind: 'name', text: 'example.net' }],
])('%j is asked about in one spelling, and kept under it', async (address, subject) => {
  const { given, asked } = services();
  expect(await findAddress(CALLER, { address }, given)).toMatchObject({
    isPublic: true,
    hasLists: false,
    view: null,
  });
  const { url } = await lookUpAddress(CALLER, { address }, given);
  expect([url, asked]).toEqual([`/address/${encodeURIComponent(subject.text)}`, [subject]]);
  expect(await findAddress(CALLER, { address }, given)).toMatchObject({
    about: subject.text,
    view: { about: subject.text },
  });
  expect(asked).toHaveLength(1);
});

test('who may not start checks neither asks nor sees what others have asked', async () => {
  const reader: Caller = { ...CALLER, rights: ['read', 'explain'] };
  const { given } = services();
  for (const verb of [lookUpAddress, findAddress])
    await expect(verb(reader, { address: '192.0.2.1' }, given)).rejects.toMatchObject({
      code: 'not-permitted',
    });
});
