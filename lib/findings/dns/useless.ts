import { ANOTHER_QUESTION } from '@/lib/dns/classify';
import type { TraceStep } from '@/lib/dns/trace';

/** Why an answer, or its absence, was of no use; each has its own cure. */
export type UselessCause =
  | 'silent'
  | 'port-closed'
  | 'unreachable'
  | 'blocked'
  | 'servfail'
  | 'refused'
  | 'not-served'
  | 'needs-tcp'
  | 'unreadable'
  | 'other-question'
  | 'old-software'
  | 'refers-away'
  | 'unproven';

interface CauseWords {
  /** "ns1.example.org [192.0.2.53]: …" */
  says: string;
  why: string;
  fix: string;
}

/** What each cause means and how it is mended; sentences about the servers of one zone. */
export const USELESS: Readonly<Record<UselessCause, CauseWords>> = {
  silent: {
    says: 'no answer',
    why: 'Nothing came back: the server is off, or a firewall drops the packets.',
    fix: 'Check that the server runs and that UDP and TCP port 53 are open.',
  },
  'port-closed': {
    says: 'port 53 is closed',
    why: 'The machine answered that nothing listens on port 53.',
    fix: 'Start the name server there, and let it listen on this address.',
  },
  unreachable: {
    says: 'the network has no way to it',
    why: 'A router said that the address cannot be reached.',
    fix: 'Check the routing of the address.',
  },
  blocked: {
    says: 'an address that the internet cannot reach',
    why: 'Such an address is private or otherwise special, so nothing was sent there.',
    fix: 'Publish an address that the internet can reach.',
  },
  servfail: {
    says: 'SERVFAIL',
    why: 'The server says that it cannot find the answer: its zone may be broken, expired or not loaded, or a server behind it may fail.',
    fix: 'Look into the log of the name server for the reason, and mend the zone.',
  },
  refused: {
    says: 'REFUSED',
    why: 'The server does not serve the zone, or not to everybody.',
    fix: 'Add the zone to the server and let everybody ask, or correct the delegation.',
  },
  'not-served': {
    says: 'an answer without authority',
    why: 'The server does not serve the zone (lame delegation), so its answers do not count.',
    fix: 'Load the zone on the server, or take it out of the NS records at the zone and at its parent.',
  },
  'needs-tcp': {
    says: 'a truncated answer, and none over TCP',
    why: 'The answer does not fit into UDP and has to be fetched over TCP, which is not answered.',
    fix: 'Open TCP port 53 of the server (RFC 7766 §5).',
  },
  unreadable: {
    says: 'a packet that cannot be read',
    why: 'The packets are no DNS messages: the software is broken, or something in between damages them.',
    fix: 'Update the software of the name server, and take devices that rewrite DNS out of the way.',
  },
  'other-question': {
    says: 'an answer to another question',
    why: 'Resolvers ignore answers to what they have not asked: a forgery, or a broken device in between.',
    fix: 'Take devices that answer or rewrite DNS in front of the name server out of the way.',
  },
  'old-software': {
    says: 'it does not understand the query',
    why: 'The server answers FORMERR or NOTIMP to a common query: its software is old, or a filter stands before it.',
    fix: 'Update the software of the name server.',
  },
  'refers-away': {
    says: 'a referral that leads nowhere',
    why: 'The server refers to itself, upwards, or in a circle, as one does that does not serve the zone.',
    fix: 'Load the zone on the server, or correct the delegation.',
  },
  unproven: {
    says: 'records of another domain',
    why: 'The answer is about names that the server may not speak for.',
    fix: 'Let the server answer only about its own zone.',
  },
};

/** By the last attempt, which is the one that a resolver goes by, too. */
export function uselessCause(steps: readonly TraceStep[]): UselessCause {
  const last = steps.at(-1);
  if (last === undefined) return 'silent';
  if (last.transport === 'tcp' && steps.some(({ truncated }) => truncated) && last.outcome !== 'answer')
    return 'needs-tcp';
  return rejectedCause(last) ?? outcomeCause(last);
}

function rejectedCause({ rejected }: TraceStep): UselessCause | null {
  switch (rejected) {
    case null:
      return null;
    case 'lame':
    case 'not-authoritative':
      return 'not-served';
    case 'upward-referral':
      return 'refers-away';
    case 'truncated':
      return 'needs-tcp';
    case 'edns-refused':
      return 'old-software';
    case 'out-of-bailiwick':
      return 'unproven';
  }
}

function outcomeCause({ outcome, detail }: TraceStep): UselessCause {
  switch (outcome) {
    case 'silence':
      return 'silent';
    case 'unreachable':
      return detail === 'ECONNREFUSED' ? 'port-closed' : 'unreachable';
    case 'blocked':
      return 'blocked';
    case 'servfail':
      return 'servfail';
    case 'refused':
      return 'refused';
    case 'malformed':
      return detail === ANOTHER_QUESTION ? 'other-question' : 'unreadable';
    case 'formerr':
    case 'notimp':
      return 'old-software';
    case 'referral':
      return 'refers-away';
    case 'answer':
    case 'nodata':
    case 'nxdomain':
      return 'not-served';
  }
}
