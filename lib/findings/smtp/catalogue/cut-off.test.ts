import type { Stage } from '@/lib/smtp/session';
import { expect, test } from 'vitest';
import { cutOff } from './cut-off';

const cut = { hosts: ['mx1.example.org [192.0.2.25]'], elsewhere: false };

/** RFC 5321 §4.5.3.2.1 to .6; it names no time for EHLO and STARTTLS. */
test.each<[Stage, string | null]>([
  ['ehlo', null],
  ['starttls', null],
  ['mail', '5 minutes here (RFC 5321 §4.5.3.2.2)'],
  ['rcpt', '5 minutes here (RFC 5321 §4.5.3.2.3)'],
  ['data', '2 minutes here (RFC 5321 §4.5.3.2.4)'],
  ['message', '10 minutes here (RFC 5321 §4.5.3.2.6)'],
])('silence at %s says how long senders wait: %s', (stage, patience) => {
  const why = cutOff['smtp.silent'].why({ ...cut, stage, seconds: 60, begun: '' });
  expect(why).toContain('This check waited 60 s');
  if (patience === null) expect(why).not.toContain('minutes');
  else expect(why).toContain(patience);
});

test('every stage has an explanation of its own, for silence and for hanging up', () => {
  const stages: Stage[] = ['greeting', 'ehlo', 'starttls', 'tls', 'mail', 'rcpt', 'data', 'message'];
  const silent = stages.map((stage) => cutOff['smtp.silent'].why({ ...cut, stage, seconds: 9, begun: '' }));
  const closed = stages.map((stage) =>
    cutOff['smtp.closed'].why({ ...cut, stage, wasReset: false, begun: '', underTls: false }),
  );
  expect(new Set([...silent, ...closed]).size).toBe(2 * stages.length);
});

test('a greeting that stalls is told from none, and who speaks first is said', () => {
  const { title, why } = cutOff['smtp.silent-greeting'];
  const about = { ...cut, seconds: 60 };
  expect(title({ ...about, begun: '' })).toContain('does not greet within 60 s');
  expect(title({ ...about, begun: '220-mx1' })).toContain('begins to greet');
  expect(why({ ...about, begun: '220-mx1' })).toMatch(/"220-mx1".*never speaks first/);
});

test.each(['smtp.silent', 'smtp.closed'] as const)('%s at the final dot warns of duplicates', (code) => {
  const { why } = cutOff[code];
  const about = {
    ...cut,
    stage: 'message' as const,
    seconds: 60,
    begun: '',
    wasReset: false,
    underTls: false,
  };
  expect(why(about)).toContain('arrive twice');
});
