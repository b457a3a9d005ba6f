import { sampleSession } from '@/lib/report/sample';
import { expect, test } from 'vitest';
import type { Evidence } from '@/lib/report/evidence';
import { emptyReport } from '@/lib/report/empty-report';
import type { TranscriptLine } from '@/lib/smtp/session';
import { refusalNotes } from './notes';

function heard(texts: readonly string[], about: Partial<TranscriptLine> = {}): Evidence {
  const transcript = texts.map((text, index) => ({
    seq: index + 3,
    at: 0,
    who: 'server' as const,
    secure: false,
    text,
    stage: 'rcpt' as const,
    ...about,
  }));
  const session = sampleSession({ n: 2, exchange: 'mx.example.org', transcript });
  const target = { input: 'a', kind: 'domain' as const, domain: 'a', domainUnicode: 'a' };
  const vantage = { helo: 'h', sender: 's', softwareVersion: '0' };
  const identity = { id: 'x', target, options: { depth: 'envelope' as const }, vantage, startedAt: '' };
  return { ...emptyReport({ ...identity, versions: { schema: 1, rules: 1 } }), sessions: [session] };
}

test.each([
  ['accepted', ['250 2.1.5 ok'], {}],
  ['not a reply', ['what?'], {}],
  ['no more than its code', ['554 no'], {}],
  ['said by us', ['550 5.1.1 User unknown'], { who: 'client' as const }],
  ['a note of its own', ['550 5.1.1 User unknown'], { note: 'said late' }],
])('%s: no note', (_, texts, about) => expect(refusalNotes(heard(texts, about))).toEqual([]));

test.each([
  [['550 5.1.1 User unknown'], /no such mailbox/],
  [['452 4.2.2 Over quota'], /full/i],
  [['550-5.1.1 User', '550 5.1.1 unknown'], /no such mailbox/],
])('%j: one note at its first line', (texts, words) =>
  expect(refusalNotes(heard(texts))).toEqual([
    { session: 2, line: 3, say: expect.stringMatching(words) as string },
  ]),
);
