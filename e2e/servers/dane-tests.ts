import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import pLimit from 'p-limit';
import { senderConduct, type SenderConduct } from '@/lib/findings/sender-kinds';
import type { Report } from '@/lib/report/report';
import { DANE_CASES, type DaneName, OTHER } from './dane-cases';
import type { SenderVerdict } from './dane-servers';
import { assertFound, pick } from './look';
import type { PolicyServers } from './policy-servers';
import { CHECKS_AT_ONCE, type Product } from './product';

/** What a real sender makes of a case (null: it is chance), and what is to be said of it. */
interface Expected {
  status: SenderVerdict['status'] | null;
  /** How Postfix calls the TLS that it came to: `Trusted` in place of `Verified` where MX records are not signed. */
  tls: string | null;
  /** Why the mail waits. */
  reason?: RegExp;
  /** The one finding about DANE with some of its arguments; null: none. */
  found: readonly [code: string, args: Readonly<Record<string, unknown>>] | null;
  does: SenderConduct['does'] | null;
}

const UNVERIFIED = {
  status: 'deferred',
  tls: 'Untrusted',
  reason: /Server certificate not verified/,
} as const;
const PLAIN = { status: 'deferred', tls: null, reason: /TLS is required, but was not offered/ } as const;
const SIGNED = { isMxSigned: true, hasOther: false };
const MX_UNSIGNED = { isMxSigned: false, hasOther: false };

function bars(how: Pick<Expected, 'status' | 'tls' | 'reason'>, code: string, args: object): Expected {
  return { ...how, found: [code, { ...args }], does: 'keeps' };
}

function delivers(
  tls: string,
  code: string | null,
  does: SenderConduct['does'] = 'delivers-proven',
): Expected {
  return { status: 'sent', tls, found: code === null ? null : [code, {}], does };
}

const EXPECTED: Readonly<Record<DaneName, Expected>> = {
  wrong: bars(UNVERIFIED, 'dane.mismatch', { ...SIGNED, records: [`3 1 1 ${OTHER}`] }),
  'authority-other-name': bars(UNVERIFIED, 'dane.mismatch', SIGNED),
  'authority-expired': bars(UNVERIFIED, 'dane.mismatch', SIGNED),
  'authority-not-sent': bars(UNVERIFIED, 'dane.mismatch', SIGNED),
  'stronger-digest-wrong': bars(UNVERIFIED, 'dane.mismatch', SIGNED),
  'no-starttls': bars(PLAIN, 'dane.no-tls', SIGNED),
  'unusable-no-starttls': bars(PLAIN, 'dane.no-tls', SIGNED),
  'no-answer': bars(
    { status: 'deferred', tls: null, reason: /TLSA lookup error/ },
    'dane.unanswered',
    SIGNED,
  ),
  'mx-unsigned-wrong': bars(UNVERIFIED, 'dane.mismatch', MX_UNSIGNED),
  'mx-unsigned-no-starttls': bars(PLAIN, 'dane.no-tls', MX_UNSIGNED),
  'mx-unsigned-domain-named': delivers('Trusted', 'dane.mx-unsigned'),
  'mx-unsigned-right': delivers('Trusted', 'dane.mx-unsigned'),
  'usage-1': delivers('Untrusted', 'dane.unusable', 'delivers-by-records'),
  'unknown-matching': delivers('Untrusted', 'dane.unusable', 'delivers-by-records'),
  unsigned: delivers('Untrusted', 'dane.ignored', 'delivers'),
  'host-unsigned': delivers('Untrusted', 'dane.ignored', 'delivers'),
  none: delivers('Untrusted', null, 'delivers'),
  'two-addresses': delivers('Verified', 'dane.differs'),
  right: delivers('Verified', 'dane.fits'),
  // Postfix reads a hundred of them.
  hundreds: { status: null, tls: null, found: ['dane.many', { count: 501, limit: 100 }], does: null },
  full: delivers('Verified', 'dane.fits'),
  rolled: delivers('Verified', 'dane.fits'),
  authority: delivers('Verified', 'dane.fits'),
  'authority-domain-named': delivers('Verified', 'dane.fits'),
};

/** Each case: what a Postfix with `smtp_tls_security_level = dane` does with a mail, and what a check says that it does. */
export function daneTests(product: () => Product, servers: () => PolicyServers): void {
  describe('DANE, beside a Postfix that sends', () => {
    const verdicts = new Map<string, SenderVerdict>();
    const reports = new Map<string, Report>();
    before(async () => {
      const { places, sender } = servers();
      const recipientOf = ({ domain }: { domain: string }) => `known@${domain}`;
      const verdictOf = await sender.send(places.map(recipientOf));
      for (const place of places) verdicts.set(place.name, verdictOf(recipientOf(place), place.host));
      const limit = pLimit(CHECKS_AT_ONCE);
      await Promise.all(
        places.map((place) =>
          limit(async () => reports.set(place.name, await product().check(recipientOf(place)))),
        ),
      );
    });

    for (const { name } of DANE_CASES) {
      const { status, tls, reason = /^250 /, found, does } = EXPECTED[name];
      test(name, () => {
        const said = verdicts.get(name);
        const report = reports.get(name);
        assert.ok(said && report);
        const side = does === 'keeps' ? 'recipient' : 'none';
        assert.deepEqual(pick(report), { outcome: 'accepted', side, stage: 'rcpt' });
        const codes = report.findings.map(({ code }) => code).filter((code) => code.startsWith('dane.'));
        assert.deepEqual(codes, found === null ? [] : [found[0]]);
        if (found !== null) assertFound(report, ...found);

        const conduct = senderConduct(report).find(({ kind }) => kind === 'dane' || kind === 'dane-any-mx');
        assert.equal(conduct?.does ?? null, does);
        if (status === null) return;
        assert.equal(said.status, status);
        assert.match(said.reason, reason);
        assert.equal(said.tls, tls);
        // The same in both: whether the mail waits, and whether somebody was proven.
        assert.equal(does === 'keeps', said.status === 'deferred');
        assert.equal(does === 'delivers-proven', said.tls === 'Verified' || said.tls === 'Trusted');
      });
    }
  });
}
