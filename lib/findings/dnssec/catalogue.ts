import type { DnssecReason } from '@/lib/dnssec/evidence';
import { define, hostsDo, list, unlessElsewhere } from '../define';
import { zoneLine } from '../zone-line';

/**
 * What fails, and where. `elsewhere`: mail still finds a way that resolvers believe. `delivers`: a server takes it of senders
 * who do not check.
 */
type Break = { zone: string; answers: string[]; elsewhere: boolean; delivers: boolean };
type DatedBreak = Break & { keyTag: number; moment: string };

function consequence({ delivers }: Break): string {
  const others = delivers
    ? 'senders who do not check deliver as if nothing were wrong'
    : 'senders who do not check meet what else this check found';
  return `Resolvers that check signatures, as those of most large providers do, give senders an error in place of the answer. Their mail waits, and goes back after some days; ${others}.`;
}

/** The fields that all broken links share. */
function broken<A extends Break>(own: {
  name: string;
  what(args: A): string;
  why(args: A): string;
  fix(args: A): string;
  judged: string;
  refs: string[];
  example: A;
}) {
  return define<A>({
    name: own.name,
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: own.what,
    why: (a) => `${own.why(a)} Not to be believed for that reason: ${list(a.answers)}. ${consequence(a)}`,
    fix: own.fix,
    headline: (a) => `Senders that check DNSSEC cannot find where this mail goes: ${lower(own.what(a))}.`,
    plain: (a) =>
      `${a.zone} is protected against forged answers (DNSSEC), and the protection does not hold. Careful senders then take the answer for a forged one and wait${a.delivers ? '; others deliver' : ''}.`,
    judged: own.judged,
    refs: own.refs,
    example: own.example,
  });
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

const UNKNOWN_WORDS: Readonly<Partial<Record<DnssecReason, string>>> = {
  'no-answer': 'Nobody answered the question for its keys.',
  'without-edns': 'The answer came without EDNS, and signatures are not sent with that.',
};

const FITTING = '2371 13 2 1F987CC6583E92DF0890718C42A7B1A4E0D7B1F9A4E2B6C8D0E3F5A79B1C3D5E';

const EXAMPLE = { zone: 'example.org', answers: ['example.org MX'], elsewhere: false, delivers: true };

/** Whether signatures prove the way of the mail, and which link of the chain does not hold. */
export const catalogue = {
  'dnssec.proven': define<{ domain: string; zones: string[]; denies: boolean; exists: boolean }>({
    name: 'DNSSEC proves the way of the mail',
    severity: 'ok',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) =>
      a.denies
        ? `DNSSEC proves that ${a.domain} ${a.exists ? 'has no place to deliver to' : 'does not exist'}`
        : 'DNSSEC proves the way of the mail, from the root to the addresses',
    why: (a) =>
      `Every answer ${a.denies ? 'that says so' : 'that routes mail'} is signed, and so is every zone on the way: ${list(a.zones)}.`,
    fix: () => '',
    judged: 'The chain from the trust anchor to each answer that routes mail was verified.',
    refs: ['RFC 4035 §5'],
    example: { domain: 'example.org', zones: ['.', 'org', 'example.org'], denies: false, exists: true },
  }),
  'dnssec.unsigned': define<{ zone: string; answers: string[]; proven: string[] }>({
    name: 'Zone not signed',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.zone} is not signed with DNSSEC`,
    why: (a) =>
      `Its parent proves that it has no key there, so ${hostsDo(a.answers, 'is', 'are')} believed as it comes. ${a.proven.length > 0 ? `Signatures do prove ${list(a.proven)}. ` : ''}Mail flows; DANE is not possible.`,
    fix: () => '',
    judged: 'The parent zone proves, by signed records, that there is no DS record for the zone.',
    refs: ['RFC 4035 §5.2', 'RFC 7672 §1.3'],
    example: { zone: 'example.org', answers: ['example.org MX'], proven: [] },
  }),
  'dnssec.island': define<{ zone: string; answers: string[] }>({
    name: 'Signed zone without a DS record',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.zone} is signed with DNSSEC, and its parent has no DS record for it`,
    why: () =>
      'Resolvers begin at the root and find no key for the zone above it, so they take it as unsigned. Mail flows; the signatures protect nothing, and DANE is not possible.',
    fix: (a) =>
      `Hand the DS record of the key that signs the DNSKEY set of ${a.zone} to the registrar, after every name server serves the signatures (RFC 9615 does it automatically).`,
    judged:
      'Answers carry signatures by the zone, and the parent proves by signed records that there is no DS record for it.',
    refs: ['RFC 4035 §5.2', 'RFC 4033 §2'],
    example: { zone: 'example.org', answers: ['example.org MX'] },
  }),
  'dnssec.opt-out': define<{ zone: string; answers: string[] }>({
    name: 'Opt-out leaves names unproven',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.zone} is signed, but leaves names without a signature unproven`,
    why: (a) =>
      `Its NSEC3 records have the opt-out flag, as those of large registries do, so nobody can prove that nothing unsigned stands at ${list(a.answers)}. The answer is believed as it comes; mail is not touched.`,
    fix: () => '',
    judged:
      'The keys of the zone are proven, and the NSEC3 record that covers the name of a negative answer has the opt-out flag.',
    refs: ['RFC 5155 §6'],
    example: { zone: 'org', answers: ['exmaple.org MX'] },
  }),
  'dnssec.unknown-algorithm': define<{ zone: string; algorithms: string[]; answers: string[] }>({
    name: 'Signed with an unknown algorithm',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.zone} is signed with ${list(a.algorithms)}, which counts as not signed`,
    why: (a) =>
      `Resolvers that do not know the algorithm, or no longer trust it, treat ${list(a.answers)} as unsigned. Mail flows, the protection is gone.`,
    fix: (a) =>
      `Roll the keys of ${a.zone} over to ECDSAP256SHA256 (13), step by step as RFC 6781 §4.1.4 says.`,
    judged: 'All DS records of the zone name algorithms or digests that are not verified here.',
    refs: ['RFC 4035 §5.2', 'RFC 8624 §3.1', 'RFC 9905 §2'],
    example: { zone: 'example.org', algorithms: ['RSASHA1'], answers: ['example.org MX'] },
  }),
  'dnssec.too-many-iterations': define<{ zone: string; answers: string[] }>({
    name: 'Too many NSEC3 iterations',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.zone} hashes its names so often that resolvers no longer check what is absent`,
    why: (a) =>
      `Its NSEC3 records ask for more than 150 rounds; resolvers take ${list(a.answers)} as unsigned, and some answer with an error.`,
    fix: (a) => `Sign ${a.zone} again with NSEC3 iterations 0 and an empty salt, or with NSEC.`,
    judged: 'The NSEC3 records of a proof of absence have more than 150 iterations.',
    refs: ['RFC 9276 §3'],
    example: { zone: 'example.org', answers: ['mx1.example.org AAAA'] },
  }),
  'dnssec.expired': broken<DatedBreak>({
    name: 'Signatures have expired',
    what: (a) => `Signatures of ${a.zone} expired on ${a.moment} UTC`,
    why: (a) => `The nearest signature, by key ${a.keyTag}, ended then.`,
    fix: (a) =>
      `Sign ${a.zone} again, then find out why the signer stopped: its schedule, its key files, its clock.`,
    judged: 'The signature that should prove the answer ended before this check began.',
    refs: ['RFC 4035 §5.3.1', 'RFC 6781 §4.4.2'],
    example: { ...EXAMPLE, keyTag: 2371, moment: '2026-11-20 04:00' },
  }),
  'dnssec.not-yet-valid': broken<DatedBreak>({
    name: 'Signatures not valid yet',
    what: (a) => `Signatures of ${a.zone} are valid only from ${a.moment} UTC`,
    why: (a) => `The nearest signature, by key ${a.keyTag}, begins then.`,
    fix: (a) => `Set the clock of the machine that signs ${a.zone}, and sign again.`,
    judged: 'The signature that should prove the answer begins after this check began.',
    refs: ['RFC 4035 §5.3.1'],
    example: { ...EXAMPLE, keyTag: 2371, moment: '2026-11-30 04:00' },
  }),
  'dnssec.wrong-ds': broken<Break & { ds: string[]; keys: string[]; fitting: string[] }>({
    name: 'DS record of another key',
    what: (a) => `The registry names a key for ${a.zone} that the zone does not have`,
    why: (a) =>
      `DS at the parent: ${list(a.ds)}. Keys in the zone: ${list(a.keys)}. This is typical after a move to another DNS provider, or a key change done halfway.`,
    fix: (a) =>
      `Publish the DS record of a key that ${a.zone} has at the registry, or remove the DS record until the zone is signed properly.\n${a.fitting.map((data) => zoneLine(a.zone, 'DS', data)).join('\n')}`.trimEnd(),
    judged: 'No DNSKEY of the zone has the key tag, algorithm and digest of a DS record of its parent.',
    refs: ['RFC 4035 §5.2', 'RFC 6781 §4.1.2'],
    example: { ...EXAMPLE, ds: ['20326 RSASHA256'], keys: ['2371 ECDSAP256SHA256'], fitting: [FITTING] },
  }),
  'dnssec.no-keys': broken<Break & { ds: string[] }>({
    name: 'DS record for an unsigned zone',
    what: (a) => `The registry names a key for ${a.zone}, but the zone is not signed`,
    why: (a) => `DS at the parent: ${list(a.ds)}. The zone answers that it has no DNSKEY records.`,
    fix: (a) => `Remove the DS record of ${a.zone} at the registry, or sign the zone with that key.`,
    judged: 'The parent has a DS record, and the question for DNSKEY was answered with no record.',
    refs: ['RFC 4035 §5.2'],
    example: { ...EXAMPLE, ds: ['20326 RSASHA256'] },
  }),
  'dnssec.missing-signature': broken({
    name: 'Signatures are missing',
    what: (a) => `Answers of ${a.zone} come without a signature`,
    why: () => 'The zone is signed and its parent says so, so an answer without a signature looks forged.',
    fix: (a) => `Sign the whole zone ${a.zone}, and see that every server gets it with its signatures.`,
    judged:
      'No RRSIG record by the zone covers the answer, and nothing proves that the name is in an unsigned zone.',
    refs: ['RFC 4035 §5.2'],
    example: EXAMPLE,
  }),
  'dnssec.no-such-key': broken<Break & { keyTag: number }>({
    name: 'Signed by a key that is not published',
    what: (a) => `Answers of ${a.zone} are signed by a key that the zone does not publish`,
    why: (a) => `The signature names key ${a.keyTag}, which is not among the DNSKEY records.`,
    fix: (a) => `Publish key ${a.keyTag} in ${a.zone}, or sign again with a key that is published.`,
    judged: 'No DNSKEY has the key tag and algorithm that the signature names.',
    refs: ['RFC 4035 §5.3.1', 'RFC 6781 §4.1.1'],
    example: { ...EXAMPLE, keyTag: 2371 },
  }),
  'dnssec.bad-signature': broken<Break & { keyTag: number; records: string[] }>({
    name: 'Signature that does not fit',
    what: (a) => `A signature of ${a.zone} does not fit what it signs`,
    why: (a) =>
      `${a.records.length === 0 ? '' : `As answered: ${list(a.records)}. `}The records, or the signature by key ${a.keyTag}, were changed after signing: by hand in a signed zone file, by a server that mixes versions, or on the way.`,
    fix: (a) => `Sign ${a.zone} again from its source, and load the whole signed zone on every server.`,
    judged: 'The signature was verified with the key that it names, and does not fit.',
    refs: ['RFC 4035 §5.3.3'],
    example: { ...EXAMPLE, keyTag: 2371, records: ['example.org MX 10 mx1.example.org'] },
  }),
  'dnssec.no-proof': broken({
    name: 'Absence is not proven',
    what: (a) => `${a.zone} does not prove what it does not have`,
    why: () =>
      'A signed zone has to prove an absence with NSEC or NSEC3 records; these are missing or do not fit.',
    fix: (a) => `Sign ${a.zone} again, and see that its servers send NSEC or NSEC3 records along.`,
    judged: 'The answer says that there is no record, and no proven NSEC or NSEC3 record covers it.',
    refs: ['RFC 4035 §5.4', 'RFC 5155 §8'],
    example: { ...EXAMPLE, answers: ['mx1.example.org AAAA'] },
  }),
  'dnssec.indeterminate': define<{ zone: string; answers: string[]; reason: DnssecReason }>({
    name: 'DNSSEC could not be judged',
    severity: 'unknown',
    side: 'unknown',
    layer: 7,
    permanence: null,
    title: (a) => `Whether ${a.zone} is signed correctly could not be found out`,
    why: (a) =>
      `${UNKNOWN_WORDS[a.reason] ?? 'The chain could not be followed to its end.'} Nothing is claimed about ${list(a.answers)}; resolvers that check signatures may fail here.`,
    fix: (a) => `Ask the servers of ${a.zone} for DNSKEY and DS, also over TCP: the answers are large.`,
    judged: 'The DNSKEY or DS question was not answered by any server, or answers came only without EDNS.',
    refs: ['RFC 4035 §4.3'],
    example: { zone: 'example.org', answers: ['example.org MX'], reason: 'no-answer' },
  }),
  'dnssec.parents-differ': define<{ zone: string; parent: string; servers: string[]; usual: string }>({
    name: 'Parent’s servers disagree on the DS record',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The servers of ${a.parent} do not agree on the key of ${a.zone}`,
    why: (a) =>
      `DS records: ${list(a.servers)}.${a.usual === '' ? '' : ` The others have ${a.usual}.`} Resolvers that check signatures find the zone proven, unsigned or forged, depending on which of them they met. Shortly after a change that is normal.`,
    fix: (a) =>
      `If it lasts longer than a day, the administrator of ${a.parent} has to bring all of its servers to one version. Keep the keys of all DS records in the zone until then.`,
    judged: 'Referrals of different servers of the parent zone hold different DS records.',
    refs: ['RFC 4035 §3.1.4.1', 'RFC 6781 §4.1.2'],
    example: {
      zone: 'shop.example.org',
      parent: 'example.org',
      usual: 'none',
      servers: ['ns2.example.org [198.51.100.53]: 2371 13 2 1F98…'],
    },
  }),
  'dnssec.server-differs': define<{
    zone: string;
    server: string;
    address: string;
    question: string;
    reason: string;
  }>({
    name: 'Signatures of one name server do not hold',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `${a.server} [${a.address}] answers with signatures that do not hold`,
    why: (a) =>
      `${a.question}: ${a.reason.replaceAll('-', ' ')}. Other servers of ${a.zone} answer correctly, so for resolvers that check it is chance whether mail finds its way.`,
    fix: (a) => `See that ${a.server} gets the current, signed version of ${a.zone}.`,
    judged: 'Of the answers of several servers to the MX question, some are proven and this one is not.',
    refs: ['RFC 4035 §5.3.3', 'RFC 6781 §4.4.2'],
    example: {
      zone: 'example.org',
      server: 'ns2.example.org',
      address: '198.51.100.53',
      question: 'example.org MX',
      reason: 'expired',
    },
  }),
  'dnssec.expires-soon': define<{ zone: string; answers: string[]; until: string; hours: number }>({
    name: 'Signatures end soon',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `Signatures of ${a.zone} end in ${a.hours} h`,
    why: (a) =>
      `${hostsDo(a.answers, 'is', 'are')} signed until ${a.until} UTC, and nine tenths of that time have passed. Signers usually renew much earlier; if this one has stopped, senders that check get an error from then on.`,
    fix: (a) => `See that the signer of ${a.zone} runs.`,
    judged: 'Less than a tenth of the validity of a signature is left.',
    refs: ['RFC 6781 §4.4.2'],
    example: { zone: 'example.org', answers: ['example.org MX'], until: '2026-11-24 04:00', hours: 12 },
  }),
};
