import { readTags } from '@/lib/policy/tag-list';
import { type RawField, valueOf } from './whole-message';
import type { SignatureReason } from './view';

/** Which of the three fields that sign it is: RFC 6376 §3.5, RFC 8617 §4.1.2 and §4.1.3. */
export type SignatureKind = 'dkim' | 'arc-message' | 'arc-seal';

/** What a field that signs says of itself, as far as that can be read. */
export interface Signature {
  kind: SignatureKind;
  field: RawField;
  /** In lower case. */
  domain: string;
  selector: string;
  algorithm: string;
  headerForm: string;
  bodyForm: string;
  /** The agent or user that signs; null when the field names none. */
  identity: string | null;
  /** Fields that are signed, in lower case and in order. */
  signed: readonly string[];
  /** Octets of the body that are signed; null for all of it. */
  length: number | null;
  signedAt: number | null;
  expiresAt: number | null;
  bodyHash: string;
  signature: string;
  /** Of ARC: what the chain was found to be before. */
  cv: string | null;
  /** Why it cannot be verified, whatever the key is. */
  fault: Fault | null;
}

interface Fault {
  reason: SignatureReason;
  /** The tag, or what stands in it. */
  detail: string;
}

const REQUIRED: Readonly<Record<SignatureKind, readonly string[]>> = {
  // RFC 6376 §3.5.
  dkim: ['v', 'a', 'b', 'bh', 'd', 'h', 's'],
  // RFC 8617 §4.1.2: no version.
  'arc-message': ['i', 'a', 'b', 'bh', 'd', 'h', 's'],
  // RFC 8617 §4.1.3.
  'arc-seal': ['i', 'a', 'b', 'cv', 'd', 's'],
};

/** RFC 6376 §3.3, RFC 8463; `rsa-sha1` is read to be told that RFC 8301 §3.1 forbids it. */
const ALGORITHMS = ['rsa-sha256', 'rsa-sha1', 'ed25519-sha256'];

const FORMS = ['simple', 'relaxed'];

/** Octets of a domain name; RFC 1035 §2.3.4. */
const MAX_NAME = 253;

/** Reads a field that signs; the first thing that is wrong is its fault. */
export function readSignature(kind: SignatureKind, field: RawField): Signature {
  const tags = readTags(valueOf(field));
  const values = new Map(tags.map(({ name, value }) => [name ?? '', value]));
  const value = (name: string) => values.get(name) ?? '';
  const [headerForm = '', bodyForm = 'simple'] = formsOf(kind, value('c'));
  const one: Signature = {
    kind,
    field,
    domain: value('d').toLowerCase(),
    selector: value('s'),
    algorithm: value('a').toLowerCase(),
    headerForm,
    bodyForm,
    identity: values.get('i') ?? null,
    signed: value('h')
      .split(':')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
    length: values.has('l') ? Number(value('l')) : null,
    signedAt: secondsOf(values.get('t')),
    expiresAt: secondsOf(values.get('x')),
    bodyHash: value('bh').replace(/[ \t]/g, ''),
    signature: value('b').replace(/[ \t]/g, ''),
    cv: values.get('cv')?.toLowerCase() ?? null,
    fault: null,
  };
  return { ...one, fault: syntaxFault(kind, tags, values) ?? contentFault(one, values) };
}

/** RFC 6376 §3.5: `simple/simple` unless said otherwise; a seal is relaxed always (RFC 8617 §4.1.3). */
function formsOf(kind: SignatureKind, text: string): string[] {
  if (kind === 'arc-seal') return ['relaxed', 'relaxed'];
  return (text === '' ? 'simple/simple' : text)
    .toLowerCase()
    .split('/')
    .map((form) => form.trim());
}

/** A tag list that every reader takes for the same (RFC 6376 §3.2). */
function syntaxFault(
  kind: SignatureKind,
  tags: ReturnType<typeof readTags>,
  values: ReadonlyMap<string, string>,
): Fault | null {
  const broken = tags.find(({ name }) => name === null || !/^[A-Za-z][A-Za-z0-9_]*$/.test(name));
  if (broken !== undefined) return { reason: 'syntax', detail: broken.text };
  const names = tags.map(({ name }) => name ?? '');
  const repeated = names.find((name, n) => names.indexOf(name) !== n);
  if (repeated !== undefined) return { reason: 'repeated-tag', detail: repeated };
  const missing = REQUIRED[kind].find((name) => (values.get(name) ?? '') === '');
  return missing === undefined ? null : { reason: 'missing-tag', detail: missing };
}

function contentFault(one: Signature, values: ReadonlyMap<string, string>): Fault | null {
  const fault = (reason: SignatureReason, detail: string): Fault => ({ reason, detail });
  const raw = (name: string) => values.get(name) ?? '';
  const { kind, domain, selector, algorithm, signed } = one;
  if (kind === 'dkim' && raw('v') !== '1') return fault('version', raw('v'));
  if (!ALGORITHMS.includes(algorithm)) return fault('unknown-algorithm', raw('a'));
  if (!FORMS.includes(one.headerForm) || !FORMS.includes(one.bodyForm))
    return fault('unknown-canonicalization', raw('c'));
  if (kind === 'dkim' && !asksDns(values.get('q'))) return fault('query-method', raw('q'));
  if (!isName(domain)) return fault('bad-domain', raw('d'));
  if (!isName(selector)) return fault('bad-selector', selector);
  if (kind === 'dkim' && !isWithin(one.identity, domain))
    return fault('identity-mismatch', one.identity ?? '');
  // RFC 6376 §5.4.
  if (kind !== 'arc-seal' && !signed.includes('from')) return fault('from-unsigned', signed.join(':'));
  for (const tag of ['l', 't', 'x'])
    if (values.has(tag) && !/^\d{1,76}$/.test(raw(tag))) return fault('bad-number', `${tag}=${raw(tag)}`);
  // RFC 6376 §3.5: what expires does so after it was signed.
  if (one.expiresAt !== null && one.signedAt !== null && one.expiresAt <= one.signedAt)
    return fault('bad-expiry', raw('x'));
  if (!isBase64(one.signature)) return fault('bad-base64', 'b');
  if (kind !== 'arc-seal' && !isBase64(one.bodyHash)) return fault('bad-base64', 'bh');
  return null;
}

/** RFC 6376 §3.5: a list, in which only this one is defined. */
function asksDns(methods: string | undefined): boolean {
  return methods === undefined || methods.split(':').some((one) => one.trim().toLowerCase() === 'dns/txt');
}

/** A name whose key can be asked for: letters, digits, hyphens and underscores, in A-labels. */
function isName(text: string): boolean {
  return text.length <= MAX_NAME && text.split('.').every((label) => /^[A-Za-z0-9_-]{1,63}$/.test(label));
}

/** RFC 6376 §3.5: the domain of `i=` is that of `d=`, or below it. */
function isWithin(identity: string | null, domain: string): boolean {
  if (identity === null) return true;
  const own = identityDomain(identity);
  return own === domain || (own !== null && own.endsWith(`.${domain}`));
}

/** Null when there is no `@` in it. */
export function identityDomain(identity: string): string | null {
  const at = identity.lastIndexOf('@');
  return at === -1 ? null : identity.slice(at + 1).toLowerCase();
}

/** RFC 4648 §4. */
function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}

/** RFC 6376 §3.5: seconds of any number of digits up to 12; what has more is after every time. */
function secondsOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,76}$/.test(text) ? Number(text) : null;
}

/** Where its key is published (RFC 6376 §3.6.2.1); null when that cannot be told. */
export function keyName({ domain, selector }: Signature): string | null {
  return isName(domain) && isName(selector) ? `${selector}._domainkey.${domain}`.toLowerCase() : null;
}
