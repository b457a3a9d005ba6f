import type { Report } from '@/lib/report/report';
import { showUtc } from './moment';
import { showTtl } from './duration';
import { TLS_STATE_WORD } from './tls-words';

type Seen = Pick<Report, 'route' | 'zone' | 'sessions'>;

/** A name, and lines of what it has. */
export type TodayRow = readonly [name: string, lines: string[]];

/** What the mail of a domain looks like, as one check has seen it: routes, name servers, serial, TLS. */
export function domainToday({ route, zone, sessions }: Seen): TodayRow[] {
  const rows: TodayRow[] = [
    ['Mail exchangers', exchangeLines(route)],
    ['Name servers', zone?.ns ?? []],
    ['Serial', zone?.soa ? [String(zone.soa.serial)] : []],
    ['TLS', tlsLines(sessions)],
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
