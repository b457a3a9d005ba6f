import { expect, test } from 'vitest';
import { NOTHING_HEARD } from '@/lib/smtp/nothing-heard';
import { escapeBytes } from '@/lib/smtp/escape';
import type { TranscriptLine } from '@/lib/smtp/session';
import { createKeeper } from './keeper';

const LIMITS = { session: 500, sessions: 800, records: 300 };

const line = (bytes: Uint8Array | string, about: Partial<TranscriptLine> = {}) => ({
  type: 'smtp.line' as const,
  n: 1,
  line: {
    seq: 1,
    at: 1,
    who: 'server' as const,
    secure: false,
    stage: 'ehlo' as const,
    ...escapeBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes),
    ...about,
  },
});
const long = (octets: number) => `250-${'x'.repeat(octets - 4)}`;

test('within the limits nothing is touched', () => {
  const keep = createKeeper(LIMITS);
  const event = line(new Uint8Array(50).fill(0xff));
  expect(keep(event)).toBe(event);
});

test.each([
  ['text', long(300), 220],
  ['what cannot be shown', new Uint8Array(300).fill(0xff), 280],
])('beyond, of each line its beginning is kept, and how long it was: %s', (_, said, dropped) => {
  const keep = createKeeper({ ...LIMITS, session: 100 });
  const kept = keep(line(said));
  expect(kept).toMatchObject({
    line: { octets: 300, note: `${dropped} more octets were not kept: the other side says too much.` },
  });
  expect(JSON.stringify(kept).length).toBeLessThan(400);
  expect(kept).not.toHaveProperty('line.raw');
});

test('what its end says is kept beside it', () => {
  const keep = createKeeper({ ...LIMITS, session: 0 });
  expect(keep(line(long(90), { note: 'This line has no end.' }))).toMatchObject({
    line: { note: 'This line has no end. 10 more octets were not kept: the other side says too much.' },
  });
});

test('no half of a character is left, short lines and our own stay whole', () => {
  const keep = createKeeper({ ...LIMITS, session: 0 });
  expect(keep(line(`${'x'.repeat(79)}\u{1f4a9}more`))).toMatchObject({ line: { text: 'x'.repeat(79) } });
  const [short, own] = [line('250 ok'), line(long(300), { who: 'client' })];
  expect(keep(short)).toEqual(short);
  expect(keep(own)).toBe(own);
});

test('a session has its share, and the check has the whole', () => {
  const keep = createKeeper(LIMITS);
  const isWhole = (n: number) =>
    !('note' in (keep({ ...line(long(300)), n }) as ReturnType<typeof line>).line);
  expect([isWhole(1), isWhole(1), isWhole(2), isWhole(3)]).toEqual([true, false, true, false]);
});

test('what a session came to is kept small as well, and stays what it was', () => {
  const keep = createKeeper({ ...LIMITS, session: 0 });
  const reply = {
    code: 250,
    enhanced: null,
    lines: Array.from({ length: 1000 }, () => 'STARTTLS '.repeat(99)),
  };
  const name = 'x'.repeat(500);
  const certificate = {
    subject: name,
    names: Array.from({ length: 100 }, () => name),
    issuer: name,
    validFrom: '',
    validTo: '',
    sha256: '',
  };
  const tls = { state: 'trusted', protocol: null, cipher: null, problem: null, certificate } as const;
  const kept = keep({
    type: 'session.closed',
    n: 1,
    result: {
      ...NOTHING_HEARD,
      outcome: 'accepted',
      stage: 'rcpt',
      reply,
      banner: name,
      capabilities: reply.lines,
      capabilitiesBefore: reply.lines,
      unasked: [{ stage: 'ehlo', reply, line: 1 }],
      controls: [{ control: 'random', sender: '', recipient: '', outcome: 'accepted', reply, line: 1 }],
      tls: { ...tls, chain: Array.from({ length: 8 }, () => certificate) },
    },
  });
  expect(JSON.stringify(kept).length).toBeLessThan(70_000);
  expect(kept).toMatchObject({
    result: {
      outcome: 'accepted',
      reply: { code: 250 },
      tls: { state: 'trusted', certificate: { sha256: '' } },
    },
  });
});

test('of records beyond the limit the first are kept, and it is said', () => {
  const keep = createKeeper(LIMITS);
  const record = { name: 'example.org', type: 'TXT', ttl: 1, data: 'x'.repeat(200) };
  const event = {
    type: 'dns.step' as const,
    step: {
      n: 1,
      after: null,
      for: 'mail' as const,
      depth: 0,
      zone: '.',
      server: { name: 'a', address: '192.0.2.1' },
      question: { name: 'example.org', type: 'TXT' },
      transport: 'udp' as const,
      edns: true,
      atMs: 0,
      ms: 1,
      bytes: 9,
      outcome: 'answer' as const,
      rcode: 'NOERROR',
      rejected: null,
      authoritative: true,
      truncated: false,
      detail: null,
      answer: [record],
      authority: [],
      additional: [],
    },
  };
  expect(keep(event)).toBe(event);
  const kept = keep({ ...event, step: { ...event.step, answer: Array.from({ length: 40 }, () => record) } });
  expect(kept).toMatchObject({ step: { detail: expect.stringContaining('30 records were not') as string } });
  expect(JSON.stringify(kept).length).toBeLessThan(3_000);
});
