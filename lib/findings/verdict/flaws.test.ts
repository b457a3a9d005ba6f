import { expect, test } from 'vitest';
import type { FindingCode } from '../catalogue';
import { type Claim, entryOf } from '../found';
import { flawsOf, withFlaw } from './flaws';

function claim(code: FindingCode, args: Claim['args'] = {}): Claim {
  return { code, args: { ...entryOf(code).example, ...args }, evidence: [] };
}

const WARNING = claim('dane.differs');
const ERROR = claim('mx.denied-with-nxdomain');
const KEPT = claim('dane.mismatch');

test.each<[string, Claim[], FindingCode[]]>([
  ['none', [claim('spf.none'), claim('vantage.no-reverse-name')], []],
  ['a delay last', [claim('smtp.slow'), WARNING], ['dane.differs', 'smtp.slow']],
  ['an error before a warning', [WARNING, ERROR], ['mx.denied-with-nxdomain', 'dane.differs']],
  [
    'who keeps the mail before all',
    [WARNING, ERROR, KEPT],
    ['dane.mismatch', 'mx.denied-with-nxdomain', 'dane.differs'],
  ],
  [
    'where there is another exchange, a warning like others',
    [WARNING, claim('mtasts.certificate', { hasOther: true })],
    ['dane.differs', 'mtasts.certificate'],
  ],
  ['each once', [KEPT, KEPT], ['dane.mismatch']],
])('%s', (_, founds, codes) => expect(flawsOf(founds).map(({ code }) => code)).toEqual(codes));

test.each<[string, Claim[], string]>([
  ['nothing', [], 'Accepted.'],
  ['who keeps it', [KEPT], 'Accepted, but senders that enforce DANE keep the mail.'],
  [
    'the policy is only tested',
    [claim('mtasts.uncovered', { mode: 'testing' })],
    'Accepted, but: the MTA-STS policy of example.org does not name mx2.example.org.',
  ],
])('the headline: %s', (_, flaws, words) => expect(withFlaw('Accepted.', flaws)).toBe(words));
