import { expect, test } from 'vitest';
import { annotateTurn } from './annotate';
import type { Turn } from '@/lib/smtp/turns';

const session = { exchange: 'mx1.example.com', queueId: null };

function turn(stage: Turn['stage'], texts: string[], about: Partial<Turn> = {}): Turn {
  const who = about.who ?? 'server';
  return {
    who,
    stage,
    at: 10,
    secure: false,
    lines: texts.map((text, index) => ({ seq: index + 1, at: 10, who, secure: false, text, stage })),
    ...about,
  };
}

test.each([
  ['greeting', ['what?'], /Not a reply/],
  ['greeting', ['220 ****************'], /in between alters/],
  ['greeting', ['220 mx1.example.com ESMTP'], /^Greets, by the name we meant to reach\.$/],
  ['greeting', ['220 MX1.EXAMPLE.COM. ESMTP'], /by the name we meant/],
  [
    'greeting',
    ['220 other.example.net ESMTP'],
    /as other\.example\.net; the exchange is called mx1\.example\.com/,
  ],
  ['greeting', ['220 welcome'], /without saying its name/],
  ['ehlo', ['250 mx1.example.com'], /Offers no extension/],
  [
    'ehlo',
    ['250-mx1', '250-SIZE 52428800', '250 STARTTLS'],
    /up to 50 MiB\. Offers encryption\. No SMTPUTF8/,
  ],
  ['ehlo', ['250-mx1', '250-XXXXXXXA', '250 SMTPUTF8'], /crossed out/],
  ['ehlo', ['250-mx1', '250 SMTPUTF8'], /^Does not offer encryption\. SMTPUTF8: takes internationalised/],
  ['rcpt', ['252 cannot verify'], /without saying that the mailbox exists/],
  ['rcpt', ['250 ok'], /content has not been seen/],
  ['mail', ['451 later'], /keeps the message and tries again/],
  ['rcpt', ['421 busy'], /ends the session/],
  ['mail', ['554 no'], /trying again will not help/],
  ['rcpt', ['550 5.1.1 User unknown'], /^A permanent refusal/],
  ['quit', ['221 bye'], /^$/],
] as const)('%s %j', (stage, texts, words) =>
  expect(annotateTurn(turn(stage, [...texts]), session)).toMatch(words),
);

test('RFC 5321 §4.5.3.2.1 a late greeting is told with its seconds', () => {
  const late = turn('greeting', ['220 mx1.example.com']);
  for (const line of late.lines) line.at = 22_000;
  expect(annotateTurn(late, session)).toMatch(/only after 22 s/);
  const teaser = turn('greeting', ['220-mx1.example.com', '220 mx1.example.com']);
  teaser.lines[1] = {
    ...teaser.lines[0],
    seq: 2,
    at: 6_000,
    text: '220 mx1.example.com',
  } as (typeof teaser.lines)[0];
  expect(annotateTurn(teaser, session)).toMatch(/only after 6 s/);
});

test('an acceptance names the queue id', () => {
  expect(annotateTurn(turn('message', ['250 queued']), { ...session, queueId: '4XyZ' })).toMatch(/as 4XyZ/);
});

test('a note written with the line wins', () => {
  const noted = turn('quit', ['221 bye']);
  noted.lines.forEach((line) => (line.note = 'said late'));
  expect(annotateTurn(noted, session)).toBe('said late');
});
