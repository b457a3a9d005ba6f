import { describe, expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import type { Session } from '@/lib/smtp/session';
import { whoAnswered } from './who-answered';

type Known = Parameters<typeof whoAnswered>[0];

const ADDRESS = '192.0.2.1';

function session(about: object): Session {
  const fields = { exchange: 'mx1.example.org', address: ADDRESS, banner: null, transcript: [], tls: null };
  const [base] = refusedReport.sessions;
  if (base === undefined) throw new Error('the fixture is empty');
  return { ...base, ...fields, ...about };
}

function known(about: object = {}): Known {
  return { reverse: [], sessions: [], controlAddress: null, ...about };
}

function certificate(...names: string[]) {
  return { tls: { certificate: { names } } };
}

describe('names that answered against the one that was meant', () => {
  test.each<[string, object, object, string]>([
    ['[192.0.2.1]', { exchange: '[192.0.2.1]', banner: 'other.example ESMTP' }, {}, ''],
    ['nothing heard', {}, {}, ''],
    ['the same', { banner: 'mx1.example.org ESMTP' }, {}, 'greeting: as meant'],
    ['a wildcard', certificate('*.example.org'), {}, 'certificate: as meant'],
    [
      'a wildcard of two labels',
      certificate('*.org'),
      {},
      'not mx1.example.org: certificate says *.org. Senders that insist on TLS (MTA-STS, DANE) want the certificate to have the name that was meant.',
    ],
    [
      'another greeting and reverse name',
      { banner: 'a.example.net ESMTP', ...certificate('mx1.example.org') },
      { reverse: [{ address: ADDRESS, names: [{ name: 'b.example.net' }] }] },
      'not mx1.example.org: greeting says a.example.net; reverse name says b.example.net; as meant: certificate. Servers often have names of their own; that is no fault by itself.',
    ],
  ])('%s', (_, about, report, value) => {
    expect(whoAnswered(known(report), session(about)).map((fact) => fact.value)).toEqual(
      value === '' ? [] : [value],
    );
  });
});

test('another product at another address of the same exchange', () => {
  const one = session({ banner: 'mx1.example.org ESMTP Postfix' });
  const two = session({ banner: 'mx1.example.org ESMTP Exim 4.96', address: '192.0.2.2' });
  const far = session({ banner: 'x ESMTP Sendmail', exchange: 'mx2.example.org' });
  const facts = whoAnswered(known({ sessions: [one, two, far] }), one);
  expect(facts.find(({ name }) => name === 'other product')?.value).toBe(
    'Postfix here, Exim at 192.0.2.2: another machine may answer in its place',
  );
});

test.each([
  ['silent', null, undefined],
  [
    'answered',
    '220 proxy',
    '192.0.2.9 port 25, where nothing can listen, answered "220 proxy": what answers here may be in between as well',
  ],
  [
    'refused',
    null,
    '192.0.2.9 port 25, where nothing can listen, refused: a firewall near us speaks for others',
  ],
])('the control address %s', (outcome, banner, value) => {
  const controlAddress = { address: '192.0.2.9', port: 25, outcome, banner, ms: 1 };
  expect(whoAnswered(known({ controlAddress }), session({}))[0]?.value).toBe(value);
});
