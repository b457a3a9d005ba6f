import type { WhoActs } from '@/lib/who-acts';
import { isPrivateAddress } from './private-address';
import type { Category, Meaning } from './schema';

/** What is said of a reply, and whose it is. */
export type Judgement = Pick<Meaning, 'category' | 'side' | 'whoActs' | 'says' | 'meaning' | 'fix'>;

/** What is known around a reply beside its words. */
export interface Circumstances {
  /** The IP address that the words name. */
  named: string | null;
  /** That of the server that spoke. */
  ofSpeaker: string | null;
  /** The server belongs to a large service, which sees who connects: a private address in its words was put there later. */
  isOfService: boolean;
  /** A mailing list passed the message on. */
  isListMail: boolean;
}

/** Categories that blame the sending server for its address. */
const BY_ADDRESS: readonly Category[] = ['blocked', 'sender-identity', 'auth-failed'];

/** Who said it about whom: an address in a reply may be neither the sender's nor one that anybody can be blamed for. */
export function inCircumstances(
  judged: Judgement,
  { named, ofSpeaker, isOfService, isListMail }: Circumstances,
): Judgement {
  if (isListMail && judged.category === 'auth-failed' && !isPrivateAddress(named ?? ''))
    return { ...judged, ...REFUSED_FOR_AUTHOR };
  if (named === null || !BY_ADDRESS.includes(judged.category)) return judged;
  if (isPrivateAddress(named))
    return isOfService ? judged : { ...judged, ...OF_RECIPIENT, ...seenBehindGateway(named) };
  // A server that forwards passes on what the next one says of it.
  if (named === ofSpeaker) return { ...judged, ...OF_RECIPIENT, ...refusedBehindForwarder(named) };
  return judged;
}

const OF_RECIPIENT = {
  side: 'recipient',
  whoActs: 'recipient-admin',
} as const satisfies { side: Meaning['side']; whoActs: WhoActs };

/** RFC 7960 §3.2.3: a list changes what the author's domain has signed, and sends it from elsewhere. */
const REFUSED_FOR_AUTHOR = {
  side: 'sender',
  whoActs: 'sender-admin',
  meaning:
    'A mailing list passed the message on, and the domain of its author (From) does not allow that: SPF and DKIM no longer match it, and its DMARC policy demands rejection. The recipient did nothing wrong.',
  fix: 'The administrator of the list lets it put its own address into From for such domains (in Mailman: DMARC mitigation, “Replace From: with list address”), and does not count this bounce against the member.',
} as const satisfies Partial<Judgement>;

function seenBehindGateway(address: string): Pick<Judgement, 'meaning' | 'fix'> {
  return {
    meaning: `The server took ${address} for the sending server. That is a private address: a NAT gateway, a proxy or a container network in front of the server hides where the mail comes from.`,
    fix: 'The administrator of the recipient’s side lets the server see the real client address (no address translation or proxy in front of port 25, or the PROXY protocol). Until then, its checks of SPF, reverse DNS and blocklists judge its own network.',
  };
}

function refusedBehindForwarder(address: string): Pick<Judgement, 'meaning' | 'fix'> {
  return {
    meaning: `The server passed the message on, and the next server refused it: the refused address, ${address}, is its own. The sender’s address was not judged.`,
    fix: 'Whoever runs the forwarding server gets its address off the list. The recipient can give an address that needs no forwarding.',
  };
}
