import { expect, test } from 'vitest';
import { createSmtpTransport } from '@/lib/net/smtp';
import type { TlsFacts } from '@/lib/smtp/session';
import { PATIENCE_MS } from '../patience';
import { type CertificateKind, createAuthority } from './certificates';
import { startScriptedMta } from './scripted-mta';

const NAME = 'mx1.certificates.test';
const place = { address: '127.31.201.101', port: 20_000 + Math.floor(Math.random() * 10_000) };

/** What a session finds out about TLS with such a certificate. */
async function factsFor(certificate: Exclude<CertificateKind, 'none'>): Promise<TlsFacts | null> {
  const authority = await createAuthority();
  const mta = { kind: 'scripted', name: NAME, script: {}, tls: { certificate } } as const;
  const running = await startScriptedMta(mta, place, authority, () => undefined);
  const talk = createSmtpTransport({
    guard: () => null,
    port: place.port,
    authorities: [authority.pem],
    connectTimeoutMs: PATIENCE_MS,
    greetingTimeoutMs: PATIENCE_MS,
    replyTimeoutMs: PATIENCE_MS,
  });
  const { tls } = await talk(
    {
      exchange: NAME,
      address: place.address,
      helo: 'probe.example',
      sender: '',
      recipient: 'a@b.test',
      depth: 'greeting',
      message: null,
      hello: 'usual',
      controls: [],
      mayControl: () => false,
      maySend: () => Promise.resolve(false),
    },
    { line: () => undefined, tls: () => undefined },
    AbortSignal.timeout(PATIENCE_MS),
  );
  await running.stop();
  return tls;
}

const EC = { type: 'ec', bits: 256, curve: 'prime256v1' };

test.each<[Exclude<CertificateKind, 'none'>, string[], number, boolean]>([
  ['good', [], 0, true],
  ['self-signed', ['DEPTH_ZERO_SELF_SIGNED_CERT'], 0, true],
  ['expired', ['CERT_HAS_EXPIRED'], 0, true],
  ['not-yet-valid', ['CERT_NOT_YET_VALID'], 0, true],
  ['other-name', ['ERR_TLS_CERT_ALTNAME_INVALID'], 0, true],
  ['expired-other-name', ['CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'], 0, true],
  ['expired-self-signed', ['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT'], 0, true],
  ['unknown-issuer', ['SELF_SIGNED_CERT_IN_CHAIN'], 1, true],
  ['chain-incomplete', ['UNABLE_TO_VERIFY_LEAF_SIGNATURE'], 0, false],
  ['issuer-expired', ['CERT_HAS_EXPIRED'], 1, true],
])('%s: problems %j, %i sent above it, complete: %j', async (kind, problems, above, isChainComplete) => {
  const facts = await factsFor(kind);
  expect(facts).toMatchObject({
    state: problems.length === 0 ? 'trusted' : 'untrusted',
    problems,
    isChainComplete,
    certificate: { key: EC, signature: 'ecdsa-with-SHA256' },
  });
  expect(facts?.problem?.code).toBe(problems[0]);
  expect(facts?.chain).toHaveLength(above);
});

test.each([
  ['weak-key', { key: { type: 'rsa', bits: 1024, curve: null } }],
  ['weak-signature', { key: EC, signature: 'ecdsa-with-SHA1' }],
] as const)('%s: trusted, and its weakness is a fact beside', async (kind, certificate) => {
  expect(await factsFor(kind)).toMatchObject({ state: 'trusted', problems: [], certificate });
});
