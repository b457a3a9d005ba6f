import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeMessage } from '@/lib/dns/wire';
import { readHandedOver } from '@/lib/complaint/mail-reading';
import { readsInTime } from '@/e2e/fuzz/cpu-time';
import { properties } from '@/e2e/fuzz/properties';
import { timeProperties } from '@/e2e/fuzz/time-properties';

/** Only so that a busy machine ends no test: what is measured is the time of the processor. */
const MINUTES = 600_000;

test.each(Object.entries(properties))('%s', { timeout: MINUTES }, async (_name, property) => {
  await fc.assert(property, { numRuns: 400 });
});

test.each(Object.entries(timeProperties))('%s', { timeout: MINUTES }, async (_name, property) => {
  await fc.assert(property, { numRuns: 25, endOnFailure: true });
});

test('a promise that is broken is found', { timeout: MINUTES }, async () => {
  const never = fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
    if (!decodeMessage(bytes).ok) throw new Error('no message');
  });
  expect(fc.check(never).failed).toBe(true);
  await expect(readsInTime(() => quadratic('x'.repeat(50_000)))).rejects.toThrow('it took');
});

/** Each of them kept the process busy for seconds. */
test.each([
  [
    'tabs behind the name of a field',
    `Final-Recipient: rfc822; a@b.example\nStatus:${'\t'.repeat(55_000)}\u2028`,
  ],
  ['80,000 tabs', `Final-Recipient: rfc822; a@b.example\nSubject: ${'\t'.repeat(80_000)}\u2028`],
  ['what may be a redacted recipient', `Feedback-Type: abuse\nOriginal-Rcpt-To: ${'x'.repeat(55_000)}`],
  ['dashes', `From: mailer-daemon@b.example\nSubject: failed\n\n${'-'.repeat(55_000)}\n`],
  [
    'spaces around line ends',
    `From: mailer-daemon@b.example\nSubject: failed\n\na@b.example: ${' \n'.repeat(40_000)}x`,
  ],
])('a mail is read in time: %s', { timeout: MINUTES }, async (_, mail) => {
  await readsInTime(() => readHandedOver(Buffer.from(mail)));
});

function quadratic(text: string): boolean {
  return new RegExp('x+y').test(text);
}
