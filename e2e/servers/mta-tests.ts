import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Retest } from '@/lib/report/retest';
import { finding, pick } from './look';
import {
  foreignDomain,
  GREYLISTED,
  MAILBOXES,
  MTAS,
  type MtaName,
  placesOf,
  REFUSED_HELO,
  SCREENED,
  type Variant,
} from './mta-places';
import { PATIENCE_MS } from '../patience';
import type { Product } from './product';

function placeOf(mta: MtaName, variant: Variant) {
  const place = placesOf(mta).find((one) => one.variant === variant);
  assert.ok(place);
  return { ...place, label: `${place.host} [${place.address}]` };
}

/** How each server says no to a mailbox that it does not know, and to a domain that is not its own. */
const WORDS: Readonly<Record<MtaName, { unknown: string; foreign: string; foreignCode: string }>> = {
  postfix: {
    unknown:
      '550 5.1.1 <nobody@plain.postfix.mta.test>: Recipient address rejected: User unknown in virtual mailbox table',
    foreign: '554 5.7.1 <user@foreign.postfix.mta.test>: Relay access denied',
    foreignCode: 'smtp.relay-denied',
  },
  exim: {
    unknown: '550 Unrouteable address',
    foreign: '550 relay not permitted',
    foreignCode: 'smtp.relay-denied',
  },
  // It does not tell a foreign domain from an unknown mailbox.
  opensmtpd: {
    unknown: '524 5.2.4 Mailing list expansion problem: <nobody@plain.opensmtpd.mta.test>',
    foreign: '550 Invalid recipient: <user@foreign.opensmtpd.mta.test>',
    foreignCode: 'smtp.mailbox-unknown',
  },
};

/** Every kind of mail server, each with what the issue names; `product` is there when the tests run. */
export function mtaTests(product: () => Product, logs: () => string): void {
  for (const mta of MTAS) {
    test(`${mta}: plain`, async () => {
      const { domain, label } = placeOf(mta, 'plain');
      const report = await product().check(`known@${domain}`);
      assert.deepEqual(pick(report), { outcome: 'accepted', side: 'none', stage: 'rcpt' });
      assert.deepEqual(finding(report, 'tls.not-offered'), { hosts: [label] });
      assert.deepEqual(finding(report, 'smtp.accepted')['hosts'], [label]);
    });

    test(`${mta}: an unknown mailbox`, async () => {
      const { domain } = placeOf(mta, 'plain');
      const report = await product().check(`nobody@${domain}`);
      assert.deepEqual(pick(report), { outcome: 'permanent', side: 'recipient', stage: 'rcpt' });
      assert.equal(finding(report, 'smtp.mailbox-unknown')['reply'], WORDS[mta].unknown);
    });

    test(`${mta}: a domain that it does not serve`, async () => {
      const report = await product().check(`user@${foreignDomain(mta)}`);
      assert.deepEqual(pick(report), { outcome: 'permanent', side: 'recipient', stage: 'rcpt' });
      assert.equal(finding(report, WORDS[mta].foreignCode)['reply'], WORDS[mta].foreign);
    });

    test(`${mta}: a full mailbox, for now and for good`, async () => {
      const { domain } = placeOf(mta, 'plain');
      const now = await product().check(`full452@${domain}`);
      assert.equal(now.verdict?.outcome, 'temporary');
      assert.ok(
        String(finding(now, 'smtp.mailbox-full-for-now')['reply']).startsWith(MAILBOXES.full452.slice(0, 9)),
      );
      const good = await product().check(`full552@${domain}`);
      assert.deepEqual(pick(good), { outcome: 'permanent', side: 'recipient', stage: 'rcpt' });
      assert.ok(
        String(finding(good, 'smtp.mailbox-full')['reply']).startsWith(MAILBOXES.full552.slice(0, 9)),
      );
    });

    test(`${mta}: greylisting, and the second try by itself`, async () => {
      const { domain } = placeOf(mta, 'plain');
      const report = await product().check(`${GREYLISTED}@${domain}`);
      assert.deepEqual(pick(report), { outcome: 'temporary', side: 'none', stage: 'rcpt' });
      finding(report, 'smtp.greylisted');
      const retest = await settled(product(), report.id);
      assert.deepEqual(
        retest.tries.map(({ outcome }) => outcome),
        ['temporary', 'accepted'],
      );
      assert.deepEqual([retest.reason, retest.ending], ['greylisted', 'settled']);
    });

    test(`${mta}: our HELO name is refused`, async () => {
      const { domain } = placeOf(mta, 'plain');
      const report = await product().check(`known@${domain}`, { helo: REFUSED_HELO });
      assert.equal(report.verdict?.outcome, 'permanent');
      assert.equal(report.verdict.stage, 'ehlo');
      assert.equal(report.verdict.side, 'sender');
      assert.equal(finding(report, 'smtp.sender-must-act')['category'], 'sender-identity');
      assert.match(String(report.sessions[0]?.reply?.lines.join(' ')), /HELO name .*is not accepted here/);
    });
  }

  for (const mta of ['postfix', 'exim'] as const) {
    test(`${mta}: STARTTLS with a trusted certificate`, async () => {
      const { domain, label } = placeOf(mta, 'trusted');
      const report = await product().check(`known@${domain}`);
      assert.deepEqual(pick(report), { outcome: 'accepted', side: 'none', stage: 'rcpt' });
      assert.deepEqual(finding(report, 'tls.trusted')['hosts'], [label]);
    });

    for (const [variant, reason] of [
      ['expired', 'CERT_HAS_EXPIRED'],
      ['other-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ] as const)
      test(`${mta}: a certificate that is ${variant}`, async () => {
        const { domain, host, label } = placeOf(mta, variant);
        const report = await product().check(`known@${domain}`);
        assert.deepEqual(pick(report), { outcome: 'accepted', side: 'none', stage: 'rcpt' });
        const { hosts, reason: named, names } = finding(report, 'tls.not-trusted');
        assert.deepEqual({ hosts, reason: named }, { hosts: [label], reason });
        if (variant === 'other-name') assert.deepEqual(names, [`another-name.${host}`]);
        assert.ok(!report.findings.some(({ code }) => code === 'tls.trusted' || code === 'tls.not-offered'));
      });
  }

  // OpenSMTPD 6.8 of Debian 12 cannot use any key with OpenSSL 3 (OpenSMTPD issue 1171): it offers STARTTLS and fails.
  test('opensmtpd: a handshake that fails, and the mail that goes in the clear', async () => {
    const { domain, label } = placeOf('opensmtpd', 'trusted');
    const report = await product().check(`known@${domain}`);
    assert.deepEqual(pick(report), { outcome: 'accepted', side: 'none', stage: 'rcpt' });
    assert.deepEqual(finding(report, 'tls.failed')['hosts'], [label]);
    assert.deepEqual(
      report.sessions.map(({ outcome, withoutTls }) => [outcome, withoutTls]),
      [
        ['tls-failed', false],
        ['accepted', true],
      ],
    );
  });

  test('postscreen: its greeting is waited for, and nothing is said before', async () => {
    const report = await product().check(`known@${SCREENED.domain}`);
    assert.deepEqual(pick(report), { outcome: 'accepted', side: 'none', stage: 'rcpt' });
    const [session] = report.sessions;
    const [first, second] = session?.transcript.filter(({ who }) => who === 'server') ?? [];
    assert.match(first?.text ?? '', /^220-mx\.screened/);
    assert.match(second?.text ?? '', /^220 mx\.screened/);
    const { hosts, teaser } = finding(report, 'smtp.slow-greeting');
    assert.deepEqual(hosts, [`${SCREENED.host} [${SCREENED.address}]`]);
    assert.match(String(teaser), /^220-mx\.screened/);
    assert.match(logs(), /postscreen.*PASS NEW \[127\.0\.0\.1\]/);
    assert.doesNotMatch(logs(), /PREGREET/);
  });
}

/** How the check is repeated, when that is over. */
async function settled(product: Product, id: string): Promise<Retest> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(200)) {
    const retest = (await (await fetch(`${product.url}/api/checks/${id}/retest`)).json()) as Retest | null;
    if (retest !== null && retest.ending !== null) return retest;
  }
  throw new Error(`the retest did not end within ${PATIENCE_MS / 1000} s`);
}
