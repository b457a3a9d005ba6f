import { addressParser } from 'postal-mime';
import { parseDomain } from '@/lib/target/domain';
import { latin1, type RawField, valueOf, type WholeMessage } from './whole-message';

/** Who a message says that it is from (RFC 5322 §3.6.2). */
export interface Author {
  /** As written, decoded; null without a field. */
  text: string | null;
  address: string | null;
  /** In A-labels; null when there is not exactly one that DMARC can ask about (RFC 9989 §5.3.1). */
  domain: string | null;
  fault: AuthorFault | null;
}

type AuthorFault =
  'no-field' | 'several-fields' | 'no-address' | 'several-addresses' | 'several-domains' | 'bad-domain';

/** Characters of the field that are read. */
const MAX_FROM = 4_000;

/** Reads `From`. */
export function authorOf({ fields }: WholeMessage): Author {
  const [field, ...others] = fields.filter(({ name }) => name === 'from');
  if (field === undefined) return { text: null, address: null, domain: null, fault: 'no-field' };
  const text = decoded(field).slice(0, MAX_FROM);
  const none = { text, address: null, domain: null };
  if (others.length > 0) return { ...none, fault: 'several-fields' };
  const addresses = addressesOf(text);
  const [address] = addresses;
  if (address === undefined) return { ...none, fault: 'no-address' };
  const domains = new Set(addresses.map((one) => one.slice(one.lastIndexOf('@') + 1).toLowerCase()));
  if (domains.size > 1) return { ...none, address, fault: 'several-domains' };
  const domain = asciiDomain(address);
  if (domain === null) return { ...none, address, fault: 'bad-domain' };
  return { text, address, domain, fault: addresses.length > 1 ? 'several-addresses' : null };
}

/** The addresses of a field of them, those in groups too. */
export function addressesOf(text: string): string[] {
  return addressParser(text, { flatten: true }).flatMap(({ address }) =>
    address !== undefined && /^[^\s@]+@[^\s@]+$/.test(address) ? [address] : [],
  );
}

/** The domain of an address in A-labels; null when it is none. */
export function asciiDomain(address: string): string | null {
  const domain = parseDomain(address.slice(address.lastIndexOf('@') + 1), 0, true);
  return domain.ok ? domain.value.ascii : null;
}

/** UTF-8 where it is (RFC 6532), else one character an octet. */
export function decoded(field: RawField): string {
  const value = valueOf(field);
  const octets = Uint8Array.from(value, (char) => char.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return latin1(octets);
  }
}
