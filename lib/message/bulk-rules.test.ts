import { expect, test } from 'vitest';
import { rulesOf } from './bulk-rules';
import { readMessage } from './message-reading';
import { readWhole } from './whole-message';

function tlsOf(received: string | null) {
  const field =
    received === null
      ? ''
      : `Received: from a.example ([192.0.2.1]) ${received}; Mon, 23 Nov 2026 08:14:10 +0000\r\n`;
  const whole = readWhole(Buffer.from(`${field}From: a@a.example\r\n\r\n`, 'latin1'));
  if (!whole.ok) return expect.unreachable();
  const reading = readMessage(whole.value);
  const hop = reading.hops[0] ?? null;
  const rule = rulesOf({ reading, dkim: [], spf: null, dmarc: null, reverse: null, hop }).find(
    ({ code }) => code === 'tls',
  );
  return [rule?.state, rule?.evidence];
}

test.each<[received: string | null, state: string, evidence: string[]]>([
  [null, 'unknown', []],
  ['id 1', 'unknown', []],
  ['by mx.b.example id 1', 'unknown', ['by mx.b.example']],
  ['by mx.b.example with SMTP id 1', 'failed', ['by mx.b.example with SMTP']],
  ['by mx.b.example with ESMTPA id 1', 'failed', ['by mx.b.example with ESMTPA']],
  ['by mx.b.example with ESMTPS id 1', 'met', ['by mx.b.example with ESMTPS']],
  ['by mx.b.example with UTF8SMTPSA id 1', 'met', ['by mx.b.example with UTF8SMTPSA']],
  [
    '(using TLSv1.3 with cipher x) by mx.b.example with ESMTP id 1',
    'met',
    ['by mx.b.example with ESMTP, TLS in a comment'],
  ],
])('the hop that proves encryption is named: %s', (received, state, evidence) => {
  expect(tlsOf(received)).toEqual([state, evidence]);
});
