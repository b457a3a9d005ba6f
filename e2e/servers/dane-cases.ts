import { createHash, X509Certificate } from 'node:crypto';
import type { Authority, CertificateKind } from '../internet/certificates';

/** Signed, and not: an exchange of either can serve a domain of either. */
export const SIGNED_ZONE = 'dane.test';
export const PLAIN_ZONE = 'customer.test';

/** The certificate of an exchange: good, alone and for its name unless told otherwise. */
interface Served {
  kind?: Exclude<CertificateKind, 'none'>;
  /** The mail domain instead of the exchange. */
  isForDomain?: true;
  isWithAuthority?: true;
}

/** What TLSA records can be made of. */
interface TlsaData {
  /** Digest of the key of what is served; `full`: of the whole certificate. */
  own(matching: 1 | 2, what?: 'key' | 'full'): string;
  /** Digest of the key of the authority. */
  authority: string;
}

/** One mail domain, one exchange, and what TLSA says of it. */
export interface DaneCase {
  /** Label of the domain. */
  name: string;
  /** The zone of the domain is not signed; that of its exchange is unless told otherwise. */
  isMxUnsigned?: true;
  isHostUnsigned?: true;
  /** Null: no STARTTLS. */
  served: Served | null;
  /** Another address of the exchange, whose good certificate has a key of its own. */
  hasSecondAddress?: true;
  /** Data of the records. */
  tlsa(data: TlsaData): readonly string[];
  /** Other records at `_25._tcp` in the place of TLSA. */
  instead?: string;
}

/** Of nobody. */
export const OTHER = 'ab'.repeat(32);
const OTHER_512 = 'ab'.repeat(64);

/** Records beside the right one. */
const HUNDREDS = 500;

/** A digest of nobody, and of nobody else. */
function digestLike(n: number): string {
  return n.toString(16).padStart(64, '0');
}

const right = ({ own }: TlsaData) => [`3 1 1 ${own(1)}`];
const wrong = () => [`3 1 1 ${OTHER}`];
const ofAuthority = ({ authority }: TlsaData) => [`2 1 1 ${authority}`];

export const DANE_CASES = [
  { name: 'wrong', served: {}, tlsa: wrong },
  { name: 'authority-other-name', served: { kind: 'other-name', isWithAuthority: true }, tlsa: ofAuthority },
  { name: 'authority-expired', served: { kind: 'expired', isWithAuthority: true }, tlsa: ofAuthority },
  { name: 'authority-not-sent', served: {}, tlsa: ofAuthority },
  { name: 'stronger-digest-wrong', served: {}, tlsa: ({ own }) => [`3 1 1 ${own(1)}`, `3 1 2 ${OTHER_512}`] },
  { name: 'no-starttls', served: null, tlsa: wrong },
  { name: 'unusable-no-starttls', served: null, tlsa: () => [`1 1 1 ${OTHER}`] },
  { name: 'no-answer', served: {}, tlsa: () => [], instead: 'NS ns3.broken.test.' },
  { name: 'mx-unsigned-wrong', isMxUnsigned: true, served: {}, tlsa: wrong },
  { name: 'mx-unsigned-no-starttls', isMxUnsigned: true, served: null, tlsa: wrong },
  {
    name: 'mx-unsigned-domain-named',
    isMxUnsigned: true,
    served: { isForDomain: true, isWithAuthority: true },
    tlsa: ofAuthority,
  },
  { name: 'usage-1', served: {}, tlsa: () => [`1 1 1 ${OTHER}`] },
  { name: 'unknown-matching', served: {}, tlsa: () => [`3 1 9 ${OTHER}`] },
  { name: 'unsigned', isMxUnsigned: true, isHostUnsigned: true, served: {}, tlsa: wrong },
  { name: 'host-unsigned', isHostUnsigned: true, served: {}, tlsa: wrong },
  { name: 'mx-unsigned-right', isMxUnsigned: true, served: {}, tlsa: right },
  { name: 'two-addresses', served: {}, hasSecondAddress: true, tlsa: right },
  { name: 'none', served: {}, tlsa: () => [] },
  { name: 'right', served: {}, tlsa: right },
  {
    name: 'hundreds',
    served: {},
    tlsa: ({ own }) => [
      ...Array.from({ length: HUNDREDS }, (_, n) => `3 1 1 ${digestLike(n)}`),
      `3 1 1 ${own(1)}`,
    ],
  },
  { name: 'full', served: { kind: 'expired-other-name' }, tlsa: ({ own }) => [`3 0 1 ${own(1, 'full')}`] },
  { name: 'rolled', served: {}, tlsa: ({ own }) => [`3 1 1 ${OTHER}`, `3 1 1 ${own(1)}`] },
  { name: 'authority', served: { isWithAuthority: true }, tlsa: ofAuthority },
  {
    name: 'authority-domain-named',
    served: { isForDomain: true, isWithAuthority: true },
    tlsa: ofAuthority,
  },
] as const satisfies readonly DaneCase[];

export type DaneName = (typeof DANE_CASES)[number]['name'];

/** An exchange that a mail server plays. */
export interface Exchange {
  host: string;
  /** Whose mail it takes. */
  domains: readonly string[];
  /** Each address with what it shows, in PEM; null: no STARTTLS. */
  listeners: readonly { address: string; shown: { cert: string; key: string } | null }[];
}

/** A case with its names and addresses, what is served, and what is to be published in either zone. */
export interface DanePlace extends Exchange {
  name: DaneName;
  domain: string;
  records: { signed: string; plain: string };
}

/** Every case with all that it is made of, in a network of their own: 127.25.20.N. */
export function danePlaces(authority: Authority): Promise<DanePlace[]> {
  return Promise.all(
    DANE_CASES.map((one: DaneCase & { name: DaneName }, n) => placeOf(one, n + 1, authority)),
  );
}

async function placeOf(
  {
    name,
    isMxUnsigned,
    isHostUnsigned,
    served,
    hasSecondAddress,
    tlsa,
    instead,
  }: DaneCase & { name: DaneName },
  n: number,
  authority: Authority,
): Promise<DanePlace> {
  const domain = `${name}.${isMxUnsigned ? PLAIN_ZONE : SIGNED_ZONE}`;
  const host = `mx.${name}.${isHostUnsigned ? PLAIN_ZONE : SIGNED_ZONE}`;
  const shown = served && (await pemOf(served, { domain, host }, authority));
  const listeners: Exchange['listeners'] = [
    { address: `127.25.20.${n}`, shown },
    ...(hasSecondAddress
      ? [{ address: `127.25.20.${n + 100}`, shown: await authority.issue(host, 'expires-soon') }]
      : []),
  ];
  const data: TlsaData = {
    own: (matching, what = 'key') => digestOf(shown?.cert ?? '', what, matching === 1 ? 'sha256' : 'sha512'),
    authority: digestOf(authority.pem, 'key', 'sha256'),
  };
  const mx = `${domain}. 300 MX 10 ${host}.`;
  const ofHost = [
    ...listeners.map(({ address }) => `${host}. 300 A ${address}`),
    ...tlsa(data).map((one) => `_25._tcp.${host}. 300 TLSA ${one}`),
    ...(instead === undefined ? [] : [`_25._tcp.${host}. 300 ${instead}`]),
  ];
  const lines = (isPlain: boolean) => [
    ...(isPlain === (isMxUnsigned ?? false) ? [mx] : []),
    ...(isPlain === (isHostUnsigned ?? false) ? ofHost : []),
  ];
  return {
    name,
    domain,
    host,
    domains: [domain],
    listeners,
    records: { signed: lines(false).join('\n'), plain: lines(true).join('\n') },
  };
}

async function pemOf(
  { kind = 'good', isForDomain, isWithAuthority }: Served,
  { domain, host }: { domain: string; host: string },
  authority: Authority,
) {
  const { cert, key } = await authority.issue(isForDomain ? domain : host, kind);
  return { cert: isWithAuthority ? `${cert}\n${authority.pem}` : cert, key };
}

function digestOf(pem: string, what: 'key' | 'full', algorithm: 'sha256' | 'sha512'): string {
  const { raw, publicKey } = new X509Certificate(pem);
  const octets = what === 'full' ? raw : publicKey.export({ type: 'spki', format: 'der' });
  return createHash(algorithm).update(octets).digest('hex');
}
