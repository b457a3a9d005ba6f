import type { ArcReason, ArcView, SignatureReason, SignatureView } from '@/lib/message/view';

/** What is wrong with a signature, and what to do; `detail` is what the reason is about. */
type Words = (one: SignatureView) => { says: string; fix: string };

const SIGN_AGAIN = 'Look at the configuration of the signer.';
const PUBLISH = 'The owner of the domain publishes the key that the signer uses.';
const ROTATE = 'The signer makes a key of 2048 bits, publishes it under a new selector, and signs with it.';
const CHANGED =
  'Find the hop that changed it: a list, a gateway that adds a footer, a scanner, a relay that rewrites lines.';

const broken =
  (says: (detail: string) => string, fix = SIGN_AGAIN): Words =>
  ({ detail }) => ({ says: says(detail ?? ''), fix });

const REASONS: Readonly<Record<SignatureReason, Words>> = {
  syntax: broken((detail) => `It cannot be read: "${detail}" is no tag.`),
  'repeated-tag': broken((detail) => `The tag ${detail}= stands in it twice.`),
  'missing-tag': broken((detail) => `The tag ${detail}= is missing or empty.`),
  version: broken((detail) => `It is of version "${detail}"; there is only version 1.`),
  'unknown-algorithm': broken((detail) => `Nobody verifies the algorithm "${detail}".`),
  'unknown-canonicalization': broken((detail) => `Nobody knows the canonicalization "${detail}".`),
  'query-method': broken((detail) => `Its key is not to be found in DNS, but by "${detail}".`),
  'bad-domain': broken((detail) => `"${detail}" in d= is no domain.`),
  'bad-selector': broken((detail) => `"${detail}" in s= is no selector.`),
  'identity-mismatch': broken((detail) => `i=${detail} is not within the domain that signs.`),
  'from-unsigned': broken(() => 'It does not sign From.'),
  'bad-number': broken((detail) => `${detail} is no number.`),
  'bad-expiry': broken((detail) => `It expires (x=${detail}) before it was made.`),
  'bad-base64': broken((detail) => `${detail}= is not Base64.`),
  expired: broken(
    (detail) => `It expired at ${detail}.`,
    'Whoever keeps mail longer sees it expired as well. Receivers decide at arrival.',
  ),
  'body-shorter': broken(
    (detail) => `More of the body is signed than there is: it has ${detail} octets.`,
    CHANGED,
  ),
  'body-differs': broken(() => 'The body was changed after it was signed.', CHANGED),
  'signature-differs': broken(
    () => 'A signed header field was changed, or it was signed with another key than the published one.',
    `${CHANGED} When nobody did, compare the key in DNS with that of the signer.`,
  ),
  'algorithm-forbidden': broken(
    () => 'It uses rsa-sha1, which nobody may accept any more (RFC 8301).',
    'The signer uses rsa-sha256.',
  ),
  'key-not-asked': broken(
    () => 'Its key was not asked for: the limit of queries was reached.',
    'Paste the message again later.',
  ),
  'key-no-answer': broken(
    (detail) => `No name server answered about ${detail}.`,
    'The owner of the domain repairs its name servers; receivers try again later.',
  ),
  'key-not-found': broken((detail) => `There is no key at ${detail}.`, PUBLISH),
  'key-revoked': broken(
    () => 'Its key was revoked: p= is empty.',
    'The signer uses a key that is published.',
  ),
  'key-unreadable': broken((detail) => `The record of its key cannot be read (${detail}).`, PUBLISH),
  'key-other-type': broken((detail) => `The published key is of another type: ${detail}.`, PUBLISH),
  'key-other-hash': broken((detail) => `The key is for other hashes only: ${detail}.`, PUBLISH),
  'key-not-for-mail': broken(() => 'The key is not for mail (s=).', PUBLISH),
  'key-not-for-subdomains': broken(
    (detail) => `The key is not for subdomains (t=s), and i= is ${detail}.`,
    PUBLISH,
  ),
  'key-too-short': broken(
    (detail) => `The key has ${detail} bits; fewer than 1024 do not count (RFC 8301).`,
    ROTATE,
  ),
  'key-too-long': broken(
    (detail) => `The key has ${detail} bits; more than 8192 are not verified here.`,
    ROTATE,
  ),
};

/** Why a signature does not count, in words; null for one that does. */
export function signatureWords(view: SignatureView): { says: string; fix: string } | null {
  return view.reason === null ? null : REASONS[view.reason](view);
}

const ARC: Readonly<Record<ArcReason, (at: { instance: string; detail: string }) => string>> = {
  'too-many-sets': () => 'It has more than 50 sets.',
  'bad-instance': ({ detail }) => `A field ${detail} has no number (i=) from 1 to 50.`,
  'set-missing': ({ instance }) => `Set ${instance} is missing.`,
  'field-missing': ({ instance, detail }) => `Set ${instance} has no ${detail}.`,
  'field-repeated': ({ instance, detail }) => `Set ${instance} has ${detail} twice.`,
  'cv-not-allowed': ({ instance, detail }) =>
    `Set ${instance} states cv=${detail}, which cannot stand there.`,
  'cv-fail': ({ instance }) => `Whoever made set ${instance} found the chain broken already.`,
  'seal-tag-not-allowed': ({ instance, detail }) => `The seal of set ${instance} has the tag ${detail}=.`,
  'seal-signed': ({ instance }) => `The signature of set ${instance} signs ARC-Seal, which it must not.`,
  'message-signature': ({ instance }) =>
    `The signature of the newest set, ${instance}, does not verify: the message was changed after it.`,
  seal: ({ instance }) => `The seal of set ${instance} does not verify.`,
};

/** What came of a chain. */
export function arcWords(arc: ArcView): string {
  if (arc.cv === 'none') return 'Nobody on the way has sealed it.';
  if (arc.reason !== null)
    return ARC[arc.reason]({ instance: String(arc.instance ?? ''), detail: arc.detail ?? '' });
  const sealers = arc.sets.map(({ domain }) => domain).join(', ');
  return `Sealed by ${sealers}; a receiver that trusts them may take their word for what they found.`;
}
