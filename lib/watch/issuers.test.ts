import { expect, test } from 'vitest';
import { sampleSession } from '@/lib/report/sample';
import type { Session, TlsFacts } from '@/lib/smtp/session';
import { refusedReport } from '@/e2e/fixtures/refused';
import { issuersOf } from './issuers';

const [first] = refusedReport.sessions;

function shown(state: TlsFacts['state'], issuer: string, authority?: string): Session {
  const tls = first?.tls;
  if (!tls?.certificate) throw new Error('the fixture has no certificate');
  const certificate = { ...tls.certificate, issuer, ...(authority !== undefined && { authority }) };
  return sampleSession({ tls: { ...tls, state, certificate } });
}

test.each<[string, Session[], string[]]>([
  ['no session came so far', [sampleSession()], []],
  ['what is not trusted may say anything', [shown('untrusted', 'CN=R1', 'A')], []],
  ['the organization, each once', [shown('trusted', 'CN=R1', 'A'), shown('trusted', 'CN=R2', 'A')], ['A']],
  [
    'the whole name of one that names no organization',
    [shown('trusted', 'CN=B'), shown('trusted', 'CN=A', 'A')],
    ['A', 'CN=B'],
  ],
])('%s', (_, sessions, issuers) => expect(issuersOf(sessions)).toEqual(issuers));
