import type { Report } from '@/lib/report/report';
import { showUtc } from './moment';
import { showTtl } from './duration';
import { policyRows } from './policy-words';
import { TLS_STATE_WORD } from './tls-words';

type Seen = Pick<Report, 'target' | 'route' | 'zone' | 'sessions' | 'policies'>;

/** A name, and lines of what it has. */
export type TodayRow = readonly [name: string, lines: string[]];

/** What the mail of a domain looks like, as one check has seen it: routes, name servers, serial, TLS, policies. */
export function domainToday({ target, route, zone, sessions, policies }: Seen): TodayRow[] {
  const rows: TodayRow[] = [
    ['Mail exchangers', exchangeLines(route)],
    ['Name servers', zone?.ns ?? []],
    ['Serial', zone?.soa ? [String(zone.soa.serial)] : []],
    ['TLS', tlsLines(sessions)],
    ['Policies', policies === null ? [] : policyLines(target.domain, policies)],
  ];
  return rows.filter(([, lines]) => lines.length > 0);
}

function exchangeLines(route: Seen['route']): string[] {
  if (route === null) return [];
  if (route.kind === 'null') return ['none: the domain takes no mail (RFC 7505)'];
  if (route.domainExists === false)
    return [
      route.alias.length === 0
        ? 'none: the domain does not exist'
        : `none: the domain is an alias for ${route.alias.join(' → ')}, which does not exist`,
    ];
  if (route.kind === 'none') return ['none: the domain has no MX and no address'];
  return route.hosts.map(({ exchange, preference, ttl, addresses }) =>
    [
      `${preference} ${exchange}`,
      addresses.map(({ address }) => `[${address}]`).join(' '),
      ttl === null ? '' : showTtl(ttl),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  );
}

function policyLines(domain: string, policies: NonNullable<Seen['policies']>): string[] {
  return policyRows(domain, policies).map(({ name, state, say }) => `${name}: ${state} · ${say}`);
}

/** One line for each exchange whose session came so far; those that say the same once. */
function tlsLines(sessions: Seen['sessions']): string[] {
  const said = sessions.flatMap(({ exchange, tls }) => {
    if (tls === null) return [];
    const { state, protocol, certificate } = tls;
    const until =
      certificate === null ? '' : `, certificate until ${showUtc(certificate.validTo).slice(0, 10)}`;
    return [`${exchange}: ${TLS_STATE_WORD[state]}${protocol === null ? '' : ` (${protocol})`}${until}`];
  });
  return [...new Set(said)];
}
