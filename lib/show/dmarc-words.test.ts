import { expect, test } from 'vitest';
import { surveyDmarc } from '@/lib/policy/dmarc/survey';
import { fakeLookUp, type FakeZone } from '@/lib/policy/fake-zone';
import { dmarcRow } from './dmarc-words';

const row = async (zone: FakeZone, domain = 'a.example') =>
  dmarcRow(domain, await surveyDmarc(domain, fakeLookUp(zone)));

test.each<[record: string, say: string]>([
  ['v=DMARC1; p=reject', 'It asks for mail that fails to be rejected.'],
  [
    'v=DMARC1; p=none; sp=reject; np=quarantine',
    'It asks for nothing to be done with mail that fails. For names below it: reject (sp). For names below it that do not exist: quarantine (np).',
  ],
  [
    'v=DMARC1; p=reject; t=y; aspf=s; adkim=s',
    'It asks for mail that fails to be rejected. It is being tried out (t=y): receivers are asked to apply quarantine in its place. SPF and DKIM must be of exactly the domain in From.',
  ],
])('%s', async (record, say) => {
  expect((await row({ '_dmarc.a.example TXT': [record] })).say).toBe(say);
});

test('what a record above says of names below it is not said of this one', async () => {
  const { state, say } = await row(
    { '_dmarc.a.example TXT': ['v=DMARC1; p=none; sp=reject'] },
    'b.a.example',
  );
  expect([state, say]).toEqual([
    'sp=reject',
    'It asks for mail that fails to be rejected, by the record of a.example.',
  ]);
});

test('the walk, and what stands there that is no record', async () => {
  expect((await row({ '_dmarc.a.example TXT': ['v=DMARC1 p=reject'] })).steps).toEqual([
    '_dmarc.a.example: no record',
    '  other text: v=DMARC1 p=reject',
    '_dmarc.example: no record',
  ]);
});

test('whether each target permits reports, and which were not asked', async () => {
  const rua = ['yes', 'no', 'odd', 'silent', 'fifth'].map((name) => `mailto:r@${name}.test`).join(',');
  const { steps } = await row({
    '_dmarc.a.example TXT': [`v=DMARC1; p=none; rua=${rua}`],
    'a.example._report._dmarc.yes.test TXT': ['v=DMARC1'],
    'a.example._report._dmarc.odd.test TXT': ['v=DMARC1; oops'],
    'a.example._report._dmarc.silent.test TXT': 'failed',
  });
  expect(steps.slice(2)).toEqual([
    'a.example._report._dmarc.yes.test: reports are permitted',
    'a.example._report._dmarc.no.test: reports are not permitted, there is no record',
    'a.example._report._dmarc.odd.test: reports are not permitted, the record is not of the form',
    'a.example._report._dmarc.silent.test: not known whether reports are permitted, no usable answer',
    'a.example._report._dmarc.fifth.test: not asked whether reports are permitted, there are too many',
  ]);
});
