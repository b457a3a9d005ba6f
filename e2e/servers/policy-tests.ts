import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import pLimit from 'p-limit';
import { senderConduct } from '@/lib/findings/sender-kinds';
import { conductRows } from '@/lib/show/policy-words';
import { MAX_POLICY_QUERIES } from '@/lib/dns/budget';
import type { Report } from '@/lib/report/report';
import { assertFound, pick } from './look';
import { POLICY_ZONE, SPF_CASES, type SpfName, STS_CASES, stsDomain, type StsName } from './policy-cases';
import { CHECKS_AT_ONCE, type Product } from './product';

const ACCEPTED = { outcome: 'accepted', side: 'none', stage: 'rcpt' };
const PROVEN = 'delivers, over TLS whose certificate is checked';
const AS_ALWAYS = 'delivers, over TLS where it is offered, whatever the certificate';
const EVERYBODY = 'Every sender, whatever it goes by';
const GMAIL = 'Who goes by MTA-STS: Gmail, Yahoo';

/** The finding about MTA-STS of each case with some of its arguments. */
const STS: Readonly<Record<StsName, readonly [code: string, args: Readonly<Record<string, unknown>>]>> = {
  expired: ['mtasts.unreachable', { reason: 'certificate: CERT_HAS_EXPIRED' }],
  'other-name': ['mtasts.unreachable', { reason: 'certificate: ERR_TLS_CERT_ALTNAME_INVALID' }],
  star: ['mtasts.unreachable', { reason: 'certificate: ERR_TLS_CERT_ALTNAME_INVALID' }],
  redirect: ['mtasts.unreachable', { reason: 'redirect' }],
  missing: ['mtasts.unreachable', { reason: 'status 404' }],
  enormous: ['mtasts.unreachable', { reason: 'too-large' }],
  'byte-a-second': ['mtasts.unreachable', { reason: 'timeout' }],
  page: ['mtasts.media-type', { type: 'text/html' }],
  right: ['mtasts.enforced', { days: 7 }],
};

/** What the record comes to, and the one finding about it; null: none. */
const SPF: Readonly<Record<SpfName, readonly [state: string, code: string | null]>> = {
  circle: ['permerror', 'spf.too-many-lookups'],
  bomb: ['permerror', 'spf.too-many-lookups'],
  long: ['ok', null],
};

/** Policies that nginx serves, and records that ask much of whoever reads them. */
export function policyTests(product: () => Product): void {
  describe('policies of real servers', () => {
    const reports = new Map<string, Report>();
    before(async () => {
      const domains = [
        ...STS_CASES.map(({ name }) => stsDomain(name)),
        ...SPF_CASES.map((name) => `${name}.${POLICY_ZONE}`),
      ];
      const limit = pLimit(CHECKS_AT_ONCE);
      await Promise.all(
        domains.map((domain) =>
          limit(async () => reports.set(domain, await product().check(`known@${domain}`))),
        ),
      );
    });
    const reportOf = (domain: string): Report => {
      const report = reports.get(domain);
      assert.ok(report);
      assert.deepEqual(pick(report), ACCEPTED);
      return report;
    };

    for (const { name } of STS_CASES)
      test(`MTA-STS: ${name}`, () => {
        const report = reportOf(stsDomain(name));
        const [code, args] = STS[name];
        assertFound(report, code, args);
        const goesBy = name === 'right' || name === 'page';
        const say = conductRows(senderConduct(report)).find(
          ({ who }) => who === (goesBy ? GMAIL : EVERYBODY),
        )?.say;
        assert.equal(say, goesBy ? PROVEN : AS_ALWAYS);
        const others = ['mtasts.unreachable', 'mtasts.invalid', 'mtasts.uncovered', 'mtasts.certificate'];
        assert.deepEqual(
          report.findings.filter((one) => others.includes(one.code) && one.code !== code),
          [],
        );
      });

    for (const name of SPF_CASES)
      test(`SPF: ${name}`, () => {
        const report = reportOf(`${name}.${POLICY_ZONE}`);
        const [state, code] = SPF[name];
        assert.equal(report.policies?.spf.state, state);
        const codes = report.findings.map((one) => one.code).filter((one) => one.startsWith('spf.'));
        assert.deepEqual(codes, code === null ? [] : [code]);
        const asked = report.trace.steps.filter((step) => step.for === 'policy');
        assert.ok(asked.length <= MAX_POLICY_QUERIES, `${asked.length} questions`);
      });
  });
}
