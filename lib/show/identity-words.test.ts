import { expect, test } from 'vitest';
import type { Identity } from '@/lib/dns/identity';
import { identityWords } from './identity-words';

const HELO: Identity['helo'] = {
  name: 'probe.example',
  state: 'found',
  addresses: ['192.0.2.1'],
  evidence: [],
};
const own = (
  state: 'found' | 'none' | 'failed',
  ...names: [string, boolean][]
): Identity['addresses'][number] => ({
  address: '192.0.2.1',
  state,
  evidence: [],
  names: names.map(([name, confirmed]) => ({ name, confirmed, evidence: [] })),
});

test.each<[string, Identity, string[]]>([
  ['nothing to look up', { helo: { ...HELO, state: null }, sender: null, addresses: [] }, []],
  [
    'nothing there',
    {
      helo: { ...HELO, state: 'nxdomain' },
      sender: { domain: 'example.net', state: 'null-mx', evidence: [] },
      addresses: [own('none'), own('failed')],
    },
    [
      'probe.example does not exist',
      '192.0.2.1 has no reverse name',
      '192.0.2.1 could not be looked up',
      'example.net takes no mail',
    ],
  ],
  [
    'all in order, one name not',
    {
      helo: HELO,
      sender: { domain: 'example.net', state: 'mx', evidence: [] },
      addresses: [own('found', ['a.example', true], ['b.example', false])],
    },
    [
      'probe.example is 192.0.2.1',
      '192.0.2.1 is called a.example, b.example, which does not lead back',
      'example.net takes mail',
    ],
  ],
])('%s', (_, identity, words) => {
  expect(identityWords(identity)).toEqual(words);
});
