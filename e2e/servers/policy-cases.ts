import type { CertificateKind } from '../internet/certificates';

/** Domains with an MTA-STS policy, or with records of a size or number that nobody needs; its zone is not signed. */
export const POLICY_ZONE = 'policy.test';
/** The exchange of all of them. */
export const POLICY_HOST = `mx.${POLICY_ZONE}`;

/** One gigabyte of nothing. */
export const ENORMOUS = 'enormous.txt';

/** A policy, as nginx serves it. */
export interface StsCase {
  name: string;
  kind?: Exclude<CertificateKind, 'none'>;
  /** What the certificate names in place of the server. */
  certifies?: string;
  /** Served in place of the policy. */
  file?: string;
  /** Further directives. */
  answers?: string;
}

export const STS_CASES = [
  { name: 'expired', kind: 'expired' },
  { name: 'other-name', kind: 'other-name' },
  { name: 'star', certifies: '*' },
  { name: 'redirect', answers: 'return 301 https://169.254.169.254/latest/meta-data/;' },
  { name: 'missing', answers: 'return 404;' },
  { name: 'enormous', file: ENORMOUS },
  { name: 'byte-a-second', answers: 'limit_rate 1;' },
  { name: 'page', answers: 'default_type text/html;' },
  { name: 'right' },
] as const satisfies readonly StsCase[];

export type StsName = (typeof STS_CASES)[number]['name'];

export function stsDomain(name: StsName): string {
  return `${name}.${POLICY_ZONE}`;
}

/** Includes of a record, and of each that it includes, which ask on: 111 records in all. */
const BOMB = 10;

/** What stands in SPF records of domains that ask much of whoever reads them. */
export const SPF_CASES = ['circle', 'bomb', 'long'] as const;

export type SpfName = (typeof SPF_CASES)[number];

function spf(label: string, terms: string): string {
  const strings = `v=spf1 ${terms} -all`.match(/.{1,255}/g) ?? [];
  return `${label}.${POLICY_ZONE}. 300 TXT ${strings.map((one) => `"${one}"`).join(' ')}`;
}

const includes = (of: string) =>
  Array.from({ length: BOMB }, (_, n) => `include:n${n}.${of}.${POLICY_ZONE}`).join(' ');

const SPF_RECORDS = [
  spf('circle', `include:n0.circle.${POLICY_ZONE}`),
  spf('n0.circle', `include:circle.${POLICY_ZONE}`),
  spf('bomb', includes('bomb')),
  ...Array.from({ length: BOMB }, (_, n) => [
    spf(`n${n}.bomb`, includes(`n${n}.bomb`)),
    ...Array.from({ length: BOMB }, (_, m) => spf(`n${m}.n${n}.bomb`, 'mx')),
  ]).flat(),
  // 64 kB are the most that a record can hold; the answer has a head, too.
  spf('long', Array.from({ length: 3_600 }, (_, n) => `ip4:10.${n >> 8}.${n & 255}.1`).join(' ')),
];

/** Records of the zone; `addresses` of the exchange and of the server of policies. */
export function policyRecords(addresses: { exchange: string; web: string }): string {
  const sts = STS_CASES.flatMap(({ name }) => [
    `_mta-sts.${stsDomain(name)}. 300 TXT "v=STSv1; id=20261130"`,
    `mta-sts.${stsDomain(name)}. 300 A ${addresses.web}`,
  ]);
  return [
    `${POLICY_HOST}. 300 A ${addresses.exchange}`,
    ...[...STS_CASES.map(({ name }) => name), ...SPF_CASES].map(
      (name) => `${name}.${POLICY_ZONE}. 300 MX 10 ${POLICY_HOST}.`,
    ),
    ...sts,
    ...SPF_RECORDS,
  ].join('\n');
}
