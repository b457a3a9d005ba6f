import { reverseName } from '@/lib/dns/reverse';
import { isIpv6 } from '@/lib/ip-family';
import {
  type DmarcOutcome,
  evaluateDmarc,
  type OpenDomain,
  type ProvenDomain,
} from '@/lib/policy/dmarc/align';
import type { LookUp } from '@/lib/policy/lookup';
import { evaluateOwn } from '@/lib/policy/spf/survey';
import { asciiDomain } from './author';
import { outlookReasons, rulesOf } from './bulk-rules';
import type { MessageReading } from './message-reading';
import type { DmarcOfMessage, WayView } from './message-view';
import type { SignatureView } from './view';

/** Public addresses in the chain that are asked about. */
const MAX_WAYS = 3;

/** Names of an address that are looked up again. */
const MAX_NAMES = 3;

/** What was found out about the message before. */
export interface Assessed {
  reading: MessageReading;
  dkim: readonly SignatureView[];
  nowSeconds: number;
}

/** What receivers find that took the message from each of the addresses by which it may have come. */
export async function assessMessage(assessed: Assessed, lookUp: LookUp): Promise<WayView[]> {
  const hops = assessed.reading.publicHops.slice(0, MAX_WAYS);
  const ways: WayView[] = [];
  for (const hop of hops.length === 0 ? [null] : hops) ways.push(await assessWay(hop, assessed, lookUp));
  return ways;
}

async function assessWay(n: number | null, assessed: Assessed, lookUp: LookUp): Promise<WayView> {
  const { reading, dkim } = assessed;
  const hop = n === null ? null : (reading.hops[n] ?? null);
  const address = hop?.address ?? null;
  const spf = await spfOf(n, assessed, lookUp);
  const proven: ProvenDomain[] = [
    ...(spf?.result === 'pass' ? [{ by: 'spf' as const, domain: spf.domain }] : []),
    ...dkim.flatMap(({ result, domain }) => (result === 'pass' ? [{ by: 'dkim' as const, domain }] : [])),
  ];
  const { domain } = reading.author;
  const dmarc =
    domain === null
      ? null
      : dmarcView(await evaluateDmarc(domain, proven, lookUp, openOf(spf, dkim, reading.mailFrom)));
  const reverse = address === null ? null : await reverseOf(address, lookUp);
  const seen = { reading, dkim, spf, dmarc, reverse, hop };
  return { hop: n, address, spf, reverse, dmarc, rules: rulesOf(seen), outlook: outlookReasons(seen) };
}

/** What may well pass, but was not found out. */
function openOf(
  spf: WayView['spf'],
  dkim: readonly SignatureView[],
  mailFrom: MessageReading['mailFrom'],
): OpenDomain[] {
  const isOpen = ({ result }: { result: string }) => result === 'temperror';
  const open: OpenDomain[] = dkim
    .filter(isOpen)
    .map(({ domain }) => ({ by: 'dkim', domain, why: 'temperror' }));
  if (spf === null)
    open.push({ by: 'spf', domain: mailFrom === null ? null : asciiDomain(mailFrom), why: 'unknown' });
  else if (isOpen(spf)) open.push({ by: 'spf', domain: spf.domain, why: 'temperror' });
  return open;
}

/** RFC 7208 §2.4: the envelope sender, or postmaster at the name of HELO where it is empty. */
function spfOf(n: number | null, { reading, nowSeconds }: Assessed, lookUp: LookUp): Promise<WayView['spf']> {
  const hop = n === null ? undefined : reading.hops[n];
  const helo = hop?.from ?? '';
  const sender = reading.mailFrom === '' ? `postmaster@${helo}` : reading.mailFrom;
  const domain = sender === null ? null : asciiDomain(sender);
  const address = hop?.address ?? null;
  if (hop === undefined || address === null || sender === null || domain === null)
    return Promise.resolve(null);
  const mail = { ip: address, sender, helo, receiver: hop.by ?? 'receiver.invalid', nowSeconds };
  return evaluateOwn(reading.mailFrom === '' ? 'helo' : 'sender', domain, mail, lookUp);
}

function dmarcView({ result, discovery, alignments }: DmarcOutcome): DmarcOfMessage {
  const { domain, state, policy, applied, from, record, organizational, walk } = discovery;
  return {
    domain,
    result,
    state,
    policy,
    applied,
    from,
    record: record?.text ?? null,
    organizational,
    walk: walk.map((step) => ({
      domain: step.domain,
      outcome: step.outcome,
      text: step.record?.text ?? null,
    })),
    alignments: [...alignments],
  };
}

/** Names of an address, and whether they lead back to it. */
async function reverseOf(address: string, lookUp: LookUp): Promise<WayView['reverse']> {
  const found = await lookUp(reverseName(address), 'PTR');
  if (found.kind === 'failed') return { state: 'failed', names: [] };
  const names = found.data.slice(0, MAX_NAMES).map((name) => name.replace(/\.$/, ''));
  return {
    state: names.length === 0 ? 'none' : 'found',
    names: await Promise.all(
      names.map(async (name) => {
        const { kind, data } = await lookUp(name, isIpv6(address) ? 'AAAA' : 'A');
        return { name, isConfirmed: kind === 'failed' ? null : data.includes(address) };
      }),
    ),
  };
}
