import { define, list } from '../define';

/** A fault of the domain that makes resolvers fail. */
export type ResolverTrouble = 'dnssec' | 'edns' | 'none';

const TROUBLE: Readonly<Record<ResolverTrouble, string>> = {
  dnssec:
    'It does what it must: DNSSEC of the domain is broken, and a resolver that validates gives no answer then. This is the proof that senders are hit.',
  edns: 'The name servers of the domain refuse EDNS, and some resolvers get no answer from them.',
  none: 'The authoritative servers answered this check, so a mail server that uses this resolver keeps the message while others deliver.',
};

/** What resolvers say beside the authoritative servers: the causes on the sender's side. */
export const catalogue = {
  'resolver.differs': define<{
    resolver: string;
    said: string[];
    authoritative: string[];
    seconds: number;
    cause: ResolverTrouble;
  }>({
    name: 'Resolver with other mail exchangers',
    severity: 'notice',
    side: ({ cause, authoritative }) =>
      cause !== 'none' ? 'recipient' : authoritative.length === 0 ? 'unknown' : 'sender',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The resolver ${a.resolver} has other mail exchangers than the domain publishes`,
    why: (a) =>
      `It says ${list(a.said) || 'that there are none'}; the authoritative servers say ${list(a.authoritative) || 'that there are none'}. ${a.cause !== 'none' ? TROUBLE[a.cause] : a.seconds > 0 ? `Mail servers that use it go by the old answer for up to ${a.seconds} s more, or it changes answers on purpose.` : 'It changes answers on purpose, or got another one from the servers that it asked.'}`,
    fix: (a) =>
      a.cause !== 'none'
        ? 'Mend the domain, see the other findings; the resolver is in order.'
        : `If the difference lasts longer than that, clear the cache of ${a.resolver} or look for a rule in it that answers for this domain.`,
    headline: (a) =>
      `Not known: the resolver ${a.resolver} has MX records that the authoritative servers deny.`,
    plain: (a) =>
      `The servers that publish where mail goes say that there is no such place, and the resolver ${a.resolver} still knows one. Some senders may deliver, others return the mail.`,
    judged: 'The MX records that a resolver gave are not those that the authoritative servers gave.',
    refs: ['RFC 1034 §4.3.1', 'RFC 2181 §8'],
    example: {
      resolver: '192.0.2.53',
      said: ['10 old.example.org'],
      authoritative: ['10 mx1.example.org'],
      seconds: 1800,
      cause: 'none',
    },
  }),
  'resolver.failing': define<{ resolver: string; outcome: string; cause: ResolverTrouble }>({
    name: 'Resolver fails',
    severity: 'notice',
    side: ({ cause }) => (cause === 'none' ? 'sender' : 'recipient'),
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The resolver ${a.resolver} cannot tell the mail exchangers`,
    why: (a) => `Its answer: ${a.outcome.toUpperCase()}. ${TROUBLE[a.cause]}`,
    fix: (a) =>
      a.cause !== 'none'
        ? 'Mend the domain, see the other findings; the resolver is in order.'
        : `Look at ${a.resolver}: whether it runs, reaches the root servers, and lets this machine ask.`,
    judged: 'A resolver gave no usable answer to the MX question, which the walk from the root resolved.',
    refs: ['RFC 1034 §5.3.1', 'RFC 4035 §5.5'],
    example: { resolver: '192.0.2.53', outcome: 'servfail', cause: 'none' },
  }),
};
