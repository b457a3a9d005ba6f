import { isHeard, isOwnFailure } from '@/lib/dns/heard';
import type { TraceStep } from '@/lib/dns/trace';
import { provenPort } from '@/lib/findings/port';
import { isIpv6 } from '@/lib/ip-family';
import type { Report } from '@/lib/report/report';
import { type Item, ok, warn, wrong } from './item';

/** Whether questions come out and answers come back, by each family and each way. */
export function rootItems(steps: readonly TraceStep[], dnsPort: number): Item[] {
  return (['IPv4', 'IPv6'] as const).flatMap((family) => {
    const ofFamily = steps.filter(({ server }) => isIpv6(server.address) === (family === 'IPv6'));
    if (ofFamily.length === 0)
      return [warn(family, `The root hints have no ${family} address.`, 'Look at MXPROOF_ROOT_HINTS.')];
    if (ofFamily.every(isOwnFailure)) return [missingFamily(family)];
    return (['udp', 'tcp'] as const).map((transport) => wayItem(family, transport, ofFamily, dnsPort));
  });
}

/** A host of one family is no fault; a check tells what it could not try. */
function missingFamily(family: 'IPv4' | 'IPv6'): Item {
  return warn(
    family,
    `This machine has no way to ${family} addresses.`,
    `Servers that have ${family} alone cannot be checked from here; give the machine ${family} where that matters.`,
  );
}

function wayItem(
  family: string,
  transport: 'udp' | 'tcp',
  steps: readonly TraceStep[],
  dnsPort: number,
): Item {
  const name = `DNS over ${family}, ${transport.toUpperCase()}`;
  const asked = steps.filter((step) => step.transport === transport);
  const heard = asked.filter(isHeard).length;
  if (heard > 0) return ok(name, `${heard} of ${asked.length} root servers answered on port ${dnsPort}.`);
  const why = [...new Set(asked.map(({ outcome, detail }) => detail ?? outcome))].join(', ');
  return wrong(
    name,
    `Not one of ${asked.length} root servers answered on port ${dnsPort} (${why}).`,
    `Open outgoing ${transport.toUpperCase()} port ${dnsPort} for the machine that runs mxproof, or ask the provider to.`,
  );
}

/** Whether a mail server can be reached: what a check concludes, and nothing else. */
export function portItem(check: Report, smtpPort: number): Item {
  const name = `port ${smtpPort}`;
  const { domainUnicode: domain } = check.target;
  const proof = provenPort(check, []);
  if (proof !== null) return ok(name, proof.say);
  const tried = check.sessions.filter(({ outcome }) => outcome !== 'skipped' && outcome !== 'blocked');
  const another =
    'Name a domain whose mail servers are known to answer behind the command, as in doctor DOMAIN.';
  if (tried.length === 0) return warn(name, `No mail server of ${domain} could be tried.`, another);
  const how = [...new Set(tried.map(({ outcome }) => outcome ?? 'unknown'))].join(', ');
  return wrong(
    name,
    `Not one of ${tried.length} mail servers of ${domain} let a connection through (${how}).`,
    `Open outgoing TCP port ${smtpPort}, or ask the provider to: many block it. ${another}`,
  );
}

/** Told of the root servers already. */
const MISSING = ['vantage.no-ipv4', 'vantage.no-ipv6'];

/** What a check says of our own side, and what it found in order. */
export function ownSideItems(check: Report): Item[] {
  const own = check.findings.filter(({ code }) => code.startsWith('vantage.') && !MISSING.includes(code));
  const items = own.map(({ code, severity, title, fix }) =>
    (severity === 'error' ? wrong : warn)(code, `${title}.`, fix),
  );
  return [...items, ...identityItems(check, items.length === 0)];
}

function identityItems({ identity }: Report, isInOrder: boolean): Item[] {
  if (identity === null)
    return [warn('HELO', 'Our own name could not be looked up.', 'See the lines about DNS.')];
  const { helo, addresses } = identity;
  if (addresses.length === 0)
    return [
      warn(
        'HELO',
        `${helo.name} is said in EHLO. The addresses of this machine are not those that others see, or could not be found out.`,
        `Compare the public address with ${helo.addresses.join(', ') || 'that of the name'}, and look up its reverse name.`,
      ),
    ];
  if (!isInOrder) return [];
  const seen = addresses.map(({ address }) => address).join(', ');
  return [ok('HELO', `${helo.name} leads to ${seen}, and its reverse name leads back.`)];
}

/** Resolvers are asked beside the walk, to compare. */
export function resolverItems({ resolvers }: Report): Item[] {
  if (resolvers.length === 0) return [ok('resolver', 'None is asked (MXPROOF_COMPARE_RESOLVERS).')];
  return resolvers.map(({ resolver, outcome, ms }) =>
    ['silence', 'unreachable', 'refused', 'malformed', 'blocked'].includes(outcome)
      ? warn(
          `resolver ${resolver}`,
          `It does not answer this machine (${outcome}).`,
          'Set MXPROOF_COMPARE_RESOLVERS to one that does, or to none: mxproof does not need it.',
        )
      : ok(`resolver ${resolver}`, `It answers within ${Math.round(ms)} ms.`),
  );
}
