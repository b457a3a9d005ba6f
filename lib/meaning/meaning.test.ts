import { expect, test } from 'vitest';
import fc from 'fast-check';
import { explainReply } from './meaning';

test.each([
  [
    'host mx.ex.org[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command)',
    550,
    'rcpt',
    'mailbox-unknown',
  ],
  [
    'SMTP error from remote mail server after RCPT TO:<a@ex.org>: 550 no such user',
    550,
    'rcpt',
    'mailbox-unknown',
  ],
  ["Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'", 550, null, 'mailbox-unknown'],
  ['>>> RCPT To:<a@ex.org>\n<<< 552 5.2.2 Over quota', 552, 'rcpt', 'mailbox-full'],
  ['550-The first line\n550 no such user', 550, null, 'mailbox-unknown'],
  ['mailbox is full', null, null, 'mailbox-full'],
])('%j', (reply, code, stage, category) => {
  expect(explainReply({ reply })).toMatchObject({ code, stage, category });
});

test('any text has a stable meaning', { timeout: 60_000 }, () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 600 }));
  fc.assert(
    fc.property(text, (reply) => {
      expect(explainReply({ reply })).toEqual(explainReply({ reply }));
    }),
  );
});

test.each(['<<<', 'a-', 'user ', 'too many ', '1.1.', 'a@', 'not a ', 'http://a'])(
  'a reply of nothing but %j takes no time',
  (piece) => {
    const [half, whole] = [2_500, 5_000].map((times) => quickest(`550 ${piece.repeat(times)}`));
    // Twice the length takes twice the time on any machine, four times when it grows with the square; less than this is noise.
    expect(whole).toBeLessThan(Math.max(3 * (half ?? 0), 5));
  },
);

/** The milliseconds of the quickest of many readings: what else the machine does slows some of them, not all. */
function quickest(reply: string): number {
  const times = Array.from({ length: 20 }, () => {
    const from = performance.now();
    explainReply({ reply });
    return performance.now() - from;
  });
  return Math.min(...times);
}
