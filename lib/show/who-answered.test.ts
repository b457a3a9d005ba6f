import { describe, expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import type { Finding } from '@/lib/report/finding';
import type { Session } from '@/lib/smtp/session';
import { whoAnswered } from './who-answered';

type AnswerEvidence = Parameters<typeof whoAnswered>[0];

const ADDRESS = '192.0.2.1';

function session(about: object): Session {
  const fields = { exchange: 'mx1.example.org', address: ADDRESS, banner: null, transcript: [], tls: null };
  const [base] = refusedReport.sessions;
  if (base === undefined) throw new Error('the fixture is empty');
  return { ...base, ...fields, ...about };
}

function known(about: object = {}): AnswerEvidence {
  return { reverse: [], findings: [], ...about };
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

test.each<[string, Partial<Finding>, string | undefined]>([
  ['hosts.other-product', { args: { exchange: 'mx1.example.org' } }, 'other product'],
  ['hosts.other-product', { args: { exchange: 'mx2.example.org' } }, undefined],
  ['vantage.intercepted', {}, 'our own network'],
  ['vantage.port-rejected', {}, 'our own network'],
  ['smtp.accepted', {}, undefined],
])('what %s concludes stands there as well', (code, about, name) => {
  const finding = { code, args: {}, title: 'Somebody else answers', ...about } as Finding;
  const [fact] = whoAnswered(known({ findings: [finding] }), session({}));
  expect(fact).toEqual(
    name === undefined ? undefined : { name, value: 'Somebody else answers', tone: 'wait' },
  );
});
