import { define, list } from '../define';

/** What resolvers say beside the authoritative servers: the causes on the sender's side. */
export const catalogue = {
  'resolver.differs': define<{ resolver: string; said: string[]; authoritative: string[]; seconds: number }>({
    severity: 'notice',
    side: 'sender',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The resolver ${a.resolver} has other mail exchangers than the domain publishes`,
    why: (a) =>
      `It says ${list(a.said) || 'that there are none'}; the authoritative servers say ${list(a.authoritative) || 'that there are none'}. Mail servers that use it go by the old answer for up to ${a.seconds} s more, or it changes answers on purpose.`,
    fix: (a) =>
      `If the difference lasts longer than that, clear the cache of ${a.resolver} or look for a rule in it that answers for this domain.`,
    judged: 'The MX records that a resolver gave are not those that the authoritative servers gave.',
    refs: ['RFC 1034 §4.3.1', 'RFC 2181 §8'],
    example: {
      resolver: '192.0.2.53',
      said: ['10 old.example.org'],
      authoritative: ['10 mx1.example.org'],
      seconds: 1800,
    },
  }),
  'resolver.failing': define<{ resolver: string; outcome: string }>({
    severity: 'notice',
    side: 'sender',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The resolver ${a.resolver} cannot tell the mail exchangers`,
    why: (a) =>
      `Its answer: ${a.outcome}. The authoritative servers do answer, so a mail server that uses this resolver keeps the message although the domain is in order. A resolver that validates DNSSEC also fails for a domain whose signatures are wrong.`,
    fix: (a) =>
      `Look at ${a.resolver}: whether it runs, reaches the root servers, and lets this machine ask.`,
    judged: 'A resolver gave no usable answer to the MX question, which the walk from the root resolved.',
    refs: ['RFC 1034 §5.3.1', 'RFC 4035 §5.5'],
    example: { resolver: '192.0.2.53', outcome: 'servfail' },
  }),
};
