import ipaddr from 'ipaddr.js';
import { no, ok, type Result } from '../result';
import { parseDomainName } from './name';

/** Where a walk starts: one address of one root server. */
export interface RootServer {
  name: string;
  address: string;
}

/** IANA's `named.root` of 2025-12-18. */
const IANA: readonly (readonly [letter: string, ipv4: string, ipv6: string])[] = [
  ['a', '198.41.0.4', '2001:503:ba3e::2:30'],
  ['b', '170.247.170.2', '2801:1b8:10::b'],
  ['c', '192.33.4.12', '2001:500:2::c'],
  ['d', '199.7.91.13', '2001:500:2d::d'],
  ['e', '192.203.230.10', '2001:500:a8::e'],
  ['f', '192.5.5.241', '2001:500:2f::f'],
  ['g', '192.112.36.4', '2001:500:12::d0d'],
  ['h', '198.97.190.53', '2001:500:1::53'],
  ['i', '192.36.148.17', '2001:7fe::53'],
  ['j', '192.58.128.30', '2001:503:c27::2:30'],
  ['k', '193.0.14.129', '2001:7fd::1'],
  ['l', '199.7.83.42', '2001:500:9f::42'],
  ['m', '202.12.27.33', '2001:dc3::35'],
];

/** The root servers as IANA publishes them. */
export const ROOT_HINTS: readonly RootServer[] = IANA.flatMap(([letter, ipv4, ipv6]) => [
  { name: `${letter}.root-servers.net`, address: ipv4 },
  { name: `${letter}.root-servers.net`, address: ipv6 },
]);

/**
 * Reads a root hints file in `named.root` form: one record a line, `;` starts a comment. Only A and AAAA records of
 * names that an NS record of the root names are taken. On failure: one sentence saying which line is wrong.
 */
export function parseRootHints(text: string): Result<RootServer[], string> {
  const named = new Set<string>();
  const addresses: RootServer[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = line.replace(/;.*/, '').trim().split(/\s+/);
    if (words[0] === '' || words[0]?.startsWith('$')) continue;
    const [owner, type, data] = [words[0] ?? '', words.at(-2)?.toUpperCase(), words.at(-1) ?? ''];
    if (type === 'NS') named.add(canonical(data));
    else if (type === 'A' || type === 'AAAA') {
      const valid = type === 'A' ? ipaddr.IPv4.isValidFourPartDecimal(data) : ipaddr.IPv6.isValid(data);
      if (!valid) return no(`line ${index + 1}: "${data}" is not an address of type ${type}`);
      addresses.push({ name: canonical(owner), address: ipaddr.parse(data).toString() });
    } else return no(`line ${index + 1}: expected an NS, A or AAAA record`);
  }
  const roots = addresses.filter(({ name }) => named.has(name));
  return roots.length > 0 ? ok(roots) : no('no root server with an address in it');
}

function canonical(name: string): string {
  const parsed = parseDomainName(name);
  return parsed.ok ? parsed.value : name;
}
