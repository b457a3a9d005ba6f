import { expect, test } from 'vitest';
import { surveyDmarc } from '@/lib/policy/dmarc/survey';
import { fakeLookUp, type FakeZone } from '@/lib/policy/fake-zone';
import { evaluateOwn } from '@/lib/policy/spf/survey';
import type { OwnSpf } from '@/lib/policy/view';
import { ownPolicyRows } from './own-policy-words';

const IP = '192.0.2.9';

async function rows(zone: FakeZone, identity: OwnSpf['identity'] = 'sender') {
  const lookUp = fakeLookUp(zone);
  const mail = { ip: IP, sender: 'p@a.example', helo: 'mx.a.example', receiver: 'b.example', nowSeconds: 0 };
  return ownPolicyRows({
    own: {
      spf: [await evaluateOwn(identity, 'a.example', mail, lookUp)],
      dmarc: await surveyDmarc('a.example', lookUp),
    },
  });
}

test.each<[string, FakeZone, tone: string, state: string, say: string]>([
  ['no record', {}, 'unknown', 'none', 'a.example has no SPF record.'],
  [
    'a record that ends in an error',
    { 'a.example TXT': ['v=spf1 oops'] },
    'bad',
    'permerror',
    'Receivers cannot evaluate it: a term is not of the form.',
  ],
  ['no answer', { 'a.example TXT': 'failed' }, 'unknown', 'temperror', 'No usable answer about a.example.'],
  [
    'nothing that matches',
    { 'a.example TXT': ['v=spf1 ip4:192.0.2.1'] },
    'unknown',
    'neutral',
    `No term of the record of a.example matches ${IP}.`,
  ],
  [
    'not named, with the reason of the domain',
    { 'a.example TXT': ['v=spf1 -all exp=why.a.example'], 'why.a.example TXT': ['ask %{d}'] },
    'bad',
    'fail',
    'It is decided by -all in the record of a.example. The domain explains: “ask a.example”',
  ],
  [
    'named by what is included by what is included',
    {
      'a.example TXT': ['v=spf1 include:b.example -all'],
      'b.example TXT': ['v=spf1 include:no.example include:c.example -all'],
      'no.example TXT': ['v=spf1 -all'],
      'c.example TXT': [`v=spf1 ip4:${IP} -all`],
    },
    'good',
    'pass',
    `It is decided by include:b.example in the record of a.example: there ip4:${IP} in the record of c.example matches.`,
  ],
  [
    'by a redirect',
    { 'a.example TXT': ['v=spf1 redirect=b.example'], 'b.example TXT': ['v=spf1 ~all'] },
    'wait',
    'softfail',
    'It is decided by ~all in the record of b.example, to which redirect=b.example leads.',
  ],
])('%s', async (_, zone, tone, state, say) => {
  const [row] = await rows(zone);
  expect(row).toMatchObject({ name: `SPF of MAIL FROM, ${IP}`, tone, state });
  expect(row?.say.replace(/ DNS lookups: .*/, '')).toBe(say);
});

test('every term that was evaluated, and what came of it', async () => {
  const [row] = await rows({
    'a.example TXT': ['v=spf1 a:gone.a.example include:b.example -all'],
    'b.example TXT': [`v=spf1 ip4:${IP}`],
  });
  expect(row?.steps).toEqual([
    'a:gone.a.example: does not match, 1 lookup so far, 1 found nothing',
    'include:b.example: matches, 2 lookups so far, 1 found nothing',
    `  ip4:${IP}: matches, 2 lookups so far, 1 found nothing`,
  ]);
  expect(row?.records).toContainEqual({
    at: 'b.example TXT (by include:b.example)',
    text: `v=spf1 ip4:${IP}`,
  });
});

test.each<[spf: string, dmarc: string, tone: string, say: string]>([
  ['-all', 'p=reject', 'bad', `From ${IP} it fails.`],
  ['-all', 'p=none', 'wait', `From ${IP} it fails.`],
  ['+all', 'p=reject', 'good', 'SPF is aligned and passes, so DMARC passes.'],
])('SPF %s under DMARC %s', async (spf, dmarc, tone, say) => {
  const [, row] = await rows({
    'a.example TXT': [`v=spf1 ${spf}`],
    '_dmarc.a.example TXT': [`v=DMARC1; ${dmarc}`],
  });
  expect(row?.tone).toBe(tone);
  expect(row?.say.endsWith(say)).toBe(true);
});

test('where SPF could not be found out, nothing is said of DMARC', async () => {
  const [, row] = await rows({ 'a.example TXT': 'failed', '_dmarc.a.example TXT': ['v=DMARC1; p=reject'] });
  expect(row?.tone).toBe('good');
  expect(row?.say).not.toMatch(/fails\.$|passes\.$/);
});

test('with the null sender DMARC rests on SPF of HELO', async () => {
  const [, row] = await rows(
    { 'a.example TXT': ['v=spf1 -all'], '_dmarc.a.example TXT': ['v=DMARC1; p=reject'] },
    'helo',
  );
  expect(row?.tone).toBe('bad');
  expect(row?.say).toContain('the same domain in From and HELO');
});
