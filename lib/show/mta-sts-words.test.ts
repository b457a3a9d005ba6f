import { expect, test } from 'vitest';
import type { SenderConduct } from '@/lib/findings/sender-kinds';
import type { MtaStsView } from '@/lib/policy/view';
import { sampleMtaSts } from '@/lib/report/sample';
import { mtaStsRow } from './mta-sts-words';

const enforced = (about: Partial<MtaStsView> = {}) =>
  sampleMtaSts({ state: 'enforce', mxCovered: true, ...about });

const conduct = (does: SenderConduct['does'], barred: string[] = []): SenderConduct[] => [
  { kind: 'opportunistic', does: 'delivers', because: 'no-policy', barred: [] },
  { kind: 'mta-sts', does, because: 'mta-sts', barred },
];

test.each<[string, MtaStsView, SenderConduct[], tone: string, state: string, say: RegExp]>([
  [
    'every certificate fails',
    enforced(),
    conduct('keeps', ['mx1.a.example']),
    'bad',
    'enforced, not met',
    /^Senders that go by it keep the mail\. No valid certificate was seen at mx1\.a\.example\.$/,
  ],
  [
    'no exchange is named',
    enforced({ mxCovered: false, uncovered: ['mx1.a.example'] }),
    conduct('keeps', ['mx1.a.example']),
    'bad',
    'enforced, not met',
    /^Senders that go by it keep the mail\. It does not name mx1\.a\.example\.$/,
  ],
  [
    'one is not named, one fails',
    enforced({ mxCovered: false, uncovered: ['mx1.a.example'] }),
    conduct('part', ['mx1.a.example', 'mx2.a.example']),
    'wait',
    'enforced, met in part',
    /It does not name mx1\.a\.example\. No valid certificate was seen at mx2\.a\.example\.$/,
  ],
  [
    'not named, and no TLS was seen',
    enforced({ mxCovered: false, uncovered: ['mx1.a.example'] }),
    [],
    'bad',
    'enforced',
    /^It does not name mx1/,
  ],
  ['no TLS was seen', enforced(), [], 'note', 'enforced', /no session has shown their certificates/],
  ['no exchange', enforced({ mxCovered: null }), [], 'note', 'enforced', /^There is no exchange/],
  [
    'all is met',
    enforced(),
    conduct('delivers-proven'),
    'good',
    'enforced',
    /has shown a valid certificate\.$/,
  ],
  [
    'a policy with two faults',
    sampleMtaSts({ state: 'invalid', policy: 'x', reason: 'mode', line: 'enforced', alsoWrong: ['no-mx'] }),
    [],
    'wait',
    'not valid',
    /: the mode is not enforce, testing or none \(“enforced”\); it names no exchange \(mx\)\.$/,
  ],
  [
    'several records',
    sampleMtaSts({ state: 'invalid', record: 'v=STSv1; id=1', reason: 'several' }),
    [],
    'wait',
    'not valid',
    /: there are several records\.$/,
  ],
  [
    'a testing policy that does not name one',
    sampleMtaSts({ state: 'testing', mxCovered: false, uncovered: ['mx1.a.example'] }),
    conduct('delivers'),
    'wait',
    'testing',
    /^It does not name mx1/,
  ],
])('%s', (_, sts, does, tone, state, say) => {
  const row = mtaStsRow('a.example', sts, does);
  expect([row.tone, row.state]).toEqual([tone, state]);
  expect(row.say).toMatch(say);
});
