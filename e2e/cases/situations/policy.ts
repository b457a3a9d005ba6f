import { LISTED_ADDRESS } from '../../fixtures/blocklists';
import type { SituationCase } from './situation';

/** The lines about policies; what is said of them stands in the table of policies, and in findings. */
export const POLICY_SITUATIONS: readonly SituationCase[] = [
  {
    situation: 'SPF: valid, 2 DNS lookups',
    scenario: 'spf-two-lookups',
    says: [/^SPF {2}valid {2}.*DNS lookups: 2 of 10;.*$/m],
    saysNot: [/SPF record of \S+ (ends in an error|needs|cannot)/],
  },
  {
    situation: 'SPF: more than 10 DNS lookups',
    scenario: 'spf-eleven-lookups',
    says: [/SPF record of \S+ needs 11 DNS lookups; 10 are allowed/],
    saysNot: [/^SPF {2}valid/m],
  },
  {
    situation: 'SPF: more than 10 DNS lookups, nested',
    scenario: 'spf-too-many-lookups',
    says: [/needs 12 DNS lookups; 10 are allowed\n.*in the record of b\.\S+ receivers stop/],
    saysNot: [/^SPF {2}valid/m],
  },
  {
    situation: 'SPF: exactly 10 DNS lookups: still valid',
    scenario: 'spf-ten-lookups',
    says: [/^SPF {2}valid {2}.*DNS lookups: 10 of 10;.*$/m],
    saysNot: [/needs 10 DNS lookups/],
  },
  {
    situation: 'SPF: +all lets everyone send',
    scenario: 'spf-allows-everyone',
    says: [/lets everybody send in its name\n.*\+all/],
    saysNot: [/may not send in its name/],
  },
  {
    situation: 'SPF: ?all gives no protection',
    scenario: 'spf-neutral-all',
    says: [/says nothing about senders that it does not name\n.* ends with \?all\. .*protects from nothing/],
    saysNot: [/may not send in its name/],
  },
  {
    situation: 'SPF: no all mechanism: ends neutral',
    scenario: 'spf-no-all',
    says: [/says nothing about senders that it does not name\n.* ends without “all”\. .*“neutral”/],
    saysNot: [/may not send in its name/],
  },
  {
    situation: 'SPF: syntax error',
    scenario: 'spf-syntax',
    says: [/the term ipv4:192\.0\.2\.1 is not of the form.*permerror/],
    saysNot: [/^SPF {2}valid/m],
  },
  {
    situation: 'SPF: redirect followed',
    scenario: 'spf-redirect',
    says: [/^SPF {2}valid {2}.*DNS lookups: 1 of 10;.*\n[^]*_spf\.\S+ TXT \(by redirect=_spf\.\S+\)$/m],
    saysNot: [/Of who is not named it says nothing/],
  },
  {
    situation: 'SPF: uses macros',
    scenario: 'spf-macros',
    says: [/^SPF {2}valid {2}.*\b(macros?|depends? on)\b/m],
    saysNot: [/publishes no SPF record/],
  },
  {
    situation: 'SPF: look-alike records are no SPF records',
    scenario: 'spf-look-alikes',
    says: [/looks like SPF, and is none\n.*receivers find no SPF record/],
    saysNot: [/several SPF records/],
  },
  {
    situation: 'SPF: included domain does not answer',
    scenario: 'spf-unanswered',
    says: [/No name server gave a usable answer for spf\.\S+/],
    saysNot: [/has no SPF record/],
  },
  {
    situation: 'DMARC: no DMARC record',
    scenario: 'spf-none',
    says: [/No DMARC record counts for/],
    saysNot: [/^DMARC {2}p=/m],
  },
  {
    situation: 'DMARC: policy none: monitoring only',
    scenario: 'dmarc-monitors',
    says: [/^DMARC {2}p=none {2}It asks for nothing to be done with mail that fails/m],
    saysNot: [/DMARC record of \S+ does not count/],
  },
  {
    situation: 'DMARC: quarantine for 50 percent, subdomains none',
    scenario: 'dmarc-in-part',
    says: [
      /weaker for its subdomains\n.*subdomains have sp=none[^]*pct=50[^]*asks for mail that fails to be set apart/,
    ],
    saysNot: [/DMARC record of \S+ does not count/],
  },
  {
    situation: 'DMARC: policy reject',
    scenario: 'dmarc-rejects',
    says: [/^DMARC {2}p=reject {2}It asks for mail that fails to be rejected\./m],
    saysNot: [/No DMARC record counts/],
  },
  {
    situation: 'DMARC: two DMARC records: none applies',
    scenario: 'dmarc-several',
    says: [/There are several; receivers discard all of them/],
    saysNot: [/^DMARC {2}p=/m],
  },
  {
    situation: 'DMARC: reports to healthy.com are not authorised there, to reports.dmarcext2.org they are',
    scenario: 'dmarc-reports-elsewhere',
    says: [/are not sent to no-reports\.test\n.*takes-reports\.test takes them/],
    saysNot: [/are not sent to [^\n]*takes-reports/],
  },
  {
    situation: 'DMARC: subdomain falls under the organisational domain',
    scenario: 'dmarc-inherited',
    says: [
      /^DMARC {2}p=reject {2}It asks for mail that fails to be rejected, by the record of dmarc-inherited/m,
    ],
    saysNot: [/No DMARC record counts/],
  },
  {
    situation: 'MTA-STS: valid, mode enforce',
    scenario: 'mta-sts-enforced',
    says: [/MTA-STS policy of \S+ is enforced, and met\n.*Senders keep it for 7 days/],
    saysNot: [/^MTA-STS {2}testing/m],
  },
  {
    situation: 'MTA-STS: valid, mode testing',
    scenario: 'mta-sts-tested',
    says: [/^MTA-STS {2}testing {2}Senders report what fails, and deliver\./m],
    saysNot: [/is enforced/],
  },
  {
    situation: 'MTA-STS: mode none (LF line ends)',
    scenario: 'mta-sts-mode-none',
    says: [/^MTA-STS {2}mode none {2}The policy says that there is none any more/m],
    saysNot: [/MTA-STS policy of \S+ is not valid/],
  },
  {
    situation: 'MTA-STS: policy covers none of the MX hosts: mail is refused by STS senders',
    scenario: 'mta-sts-uncovered',
    says: [/does not name mx1\.\S+\n.*keep the mail, and return it in the end/],
    saysNot: [/names every exchange/],
  },
  {
    situation: 'MTA-STS: policy file not found (404)',
    scenario: 'mta-sts-not-found',
    says: [/MTA-STS policy of \S+ cannot be fetched\n.*status 404/],
    saysNot: [/is enforced/],
  },
  {
    situation: 'MTA-STS: redirects must not be followed (RFC 8461 3.3)',
    scenario: 'mta-sts-redirect',
    says: [/a redirect, which no sender follows/],
    saysNot: [/is enforced/],
  },
  {
    situation: 'MTA-STS: malformed policy: unknown mode, no max_age',
    scenario: 'mta-sts-malformed',
    says: [/MTA-STS policy of \S+ is not valid\n.*mode[^\n]*max_age/],
    saysNot: [/is enforced/],
  },
  {
    situation: 'MTA-STS: policy file far too large',
    scenario: 'mta-sts-endless',
    says: [/MTA-STS policy of \S+ cannot be fetched\n.*more than 64 kB/],
    saysNot: [/is enforced/],
  },
  {
    situation: 'MTA-STS: web host certificate is for another name',
    scenario: 'mta-sts-web-certificate',
    says: [/MTA-STS policy of \S+ cannot be fetched\n.*certificate is for another name/],
    saysNot: [/is enforced/],
  },
  {
    situation: 'MTA-STS: web host certificate is self-signed',
    scenario: 'mta-sts-web-self-signed',
    says: [/MTA-STS policy of \S+ cannot be fetched\n.*certificate is self-signed/],
    saysNot: [/is enforced/],
  },
  {
    situation: 'MTA-STS: TXT present, policy host does not exist',
    scenario: 'mta-sts-host-gone',
    says: [/MTA-STS policy of \S+ cannot be fetched\n.*its name has no address/],
    saysNot: [/is enforced/],
  },
  {
    situation: 'MTA-STS: policy host has a loopback address; the app must not connect',
    scenario: 'mta-sts-private',
    says: [/MTA-STS policy of \S+ cannot be fetched\n.*its address is none of the public internet/],
    saysNot: [/timed out|no whole answer/],
  },
  {
    situation: 'BIMI record with an SVG logo',
    scenario: 'bimi-logo',
    says: [/^BIMI {2}valid {2}The logo is https:\/\/example\.test\/logo\.svg\./m],
    saysNot: [/BIMI record of \S+ is not valid/, /logo of \S+ is not shown/],
  },
  dkim('good2048', /^DKIM good2048 {2}valid {2}RSA, 2048 bits\.$/m),
  dkim('ed', /^DKIM ed {2}valid {2}Ed25519/m),
  {
    situation: 'DKIM selector broken',
    scenario: 'dkim-keys',
    says: [/The DKIM key at broken\._domainkey\.\S+ cannot be used/],
    saysNot: [/^DKIM broken {2}valid/m],
  },
  dkim('testing', /^DKIM testing {2}valid/m),
  dkim('alias', /^DKIM alias {2}valid/m),
  dkim('two', /^DKIM two {2}not valid {2}.*several/m),
  {
    situation: 'DKIM selector missing',
    scenario: 'dkim-keys',
    says: [/There is no DKIM key at none\._domainkey\./],
    saysNot: [/^DKIM none {2}valid/m],
  },
  {
    situation: 'DANE: 3 1 1 with a self-signed certificate: valid by DANE',
    scenario: 'dane-self-signed',
    says: [/it is self-signed\n.*(DANE|TLSA)[^]*TLSA records of \S+ name what is served/],
    saysNot: [/^Accepted: .*, but: the certificate/m],
  },
  {
    situation: 'DANE: TLSA in an unsigned zone counts for nothing',
    scenario: 'dane-unsigned',
    says: [/TLSA records of \S+ are ignored\n.*not proven by DNSSEC/],
    saysNot: [/do not match the certificate/],
  },
  {
    situation: 'RFC 5782 test points',
    lookUp: LISTED_ADDRESS,
    says: [/^bl\.spamcop\.net: not listed$/m],
    saysNot: [/^bl\.spamcop\.net: (dead|no answer)/m],
  },
  {
    situation: 'A list whose servers do not answer',
    lookUp: LISTED_ADDRESS,
    says: [/^bl\.mailspike\.net: no answer\. Its name servers gave no usable answer\./m],
    saysNot: [/^bl\.mailspike\.net: not listed/m],
  },
  {
    situation: 'Wrong TLSA checked with openssl',
    scenario: 'dane-mismatch',
    says: [/TLSA records of \S+ do not match the certificate/],
    saysNot: [/Senders that go by DANE deliver/],
  },
];

/** A selector of the scenario that has one of each kind. */
function dkim(selector: string, says: RegExp): SituationCase {
  return {
    situation: `DKIM selector ${selector}`,
    scenario: 'dkim-selectors',
    says: [says],
    saysNot: [new RegExp(`DKIM key at ${selector}\\._domainkey\\.\\S+ (has been|has \\d)`)],
  };
}
