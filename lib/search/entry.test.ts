import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readHandedOver } from '@/lib/complaint/mail-reading';
import { emptyReport } from '@/lib/report/empty-report';
import { sampleSession } from '@/lib/report/sample';
import type { Report } from '@/lib/report/report';
import { checkText, mailText } from './entry';

const target = {
  input: 'user@bücher.example',
  kind: 'mailbox',
  domain: 'xn--bcher-kva.example',
  domainUnicode: 'bücher.example',
  mailbox: 'user@bücher.example',
} as const;

function report(about: Partial<Report>): Report {
  const empty = emptyReport({
    id: 'x',
    target,
    options: { depth: 'envelope' },
    vantage: { helo: 'h.example', sender: 's@h.example', softwareVersion: '1' },
    startedAt: '2026-11-29T00:00:00.000Z',
    versions: { schema: 1, rules: 1 },
  });
  return { ...empty, ...about };
}

test('a check of which nothing is known is found by its target, in both forms', () => {
  expect(checkText(report({})).split('\n')).toEqual(['user@bücher.example', 'xn--bcher-kva.example']);
});

test('each thing once, a line each, however the other side writes it', () => {
  const reply = {
    code: 550,
    enhanced: '5.1.1',
    lines: ['550-5.1.1 first\r\nfoo', '550 5.1.1 second'],
  };
  const session = sampleSession({ reply, queueId: '4XyZ' });
  const lines = checkText(report({ sessions: [session, session] })).split('\n');
  expect(lines.filter((line) => line === '550-5.1.1 first')).toHaveLength(1);
  expect(lines).toEqual(
    expect.arrayContaining(['mx1.example.org [192.0.2.1]', 'foo', '550 5.1.1 second', '4XyZ']),
  );
});

test('a line is left out when its words stand in another, and not when only its letters do', () => {
  const lines = ['550 no', '550 no such user', '551 nos', '552 o'];
  const session = sampleSession({ reply: { code: 550, enhanced: null, lines } });
  const said = checkText(report({ sessions: [session] })).split('\n');
  expect(said).not.toContain('550 no');
  expect(said).toEqual(expect.arrayContaining(['550 no such user', '551 nos', '552 o']));
});

test('what the other side says without end takes no room', () => {
  const lines = Array.from({ length: 5_000 }, (_, n) => `550-${n} ${'x'.repeat(2_000)}`);
  const session = sampleSession({ reply: { code: 550, enhanced: null, lines } });
  expect(checkText(report({ sessions: [session] })).length).toBeLessThanOrEqual(4_000);
});

test('a bounce is found by recipients, replies, hosts and ids; a mail without any has an empty line', async () => {
  const text = mailText(await readHandedOver(readFileSync('e2e/fixtures/bounces/inputs/postfix-two.eml')));
  for (const part of ['bob@dest.example', 'carla@other.example', '5.2.2', '552'])
    expect(text).toContain(part);
  expect(mailText({ kind: 'unread', bounce: null, feedback: null })).toBe('');
});
