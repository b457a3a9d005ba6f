import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mtaRecords } from './mta-places';
import { type ServerProcess, startServer } from './server-process';
import { type Signing, signZone } from './sign-zone';

const ROOT = '127.53.0.1';
const TLD = '127.53.0.11';
const DOMAIN = ['127.53.0.31', '127.53.0.32'] as const;

export const MX1 = '127.25.0.1';
/** Nothing listens here. */
export const MX2 = '127.25.0.2';

const MTA_ZONE = '127.53.0.61';

const SOA = soa(2026112301);

/** Servers of a zone of which nearly everything is wrong: two versions, one that serves another zone, one dead. */
export const BROKEN = ['127.53.0.41', '127.53.0.42', '127.53.0.43', '127.53.0.44'] as const;
/** So many exchanges that the answer fits no datagram. */
const EXCHANGES = Array.from({ length: 20 }, (_, n) => `a-rather-long-name-for-an-exchange-number-${n + 10}`);

function soa(serial: number): string {
  return `SOA ns.test. hostmaster.test. ${serial} 7200 3600 1209600 300`;
}

const BROKEN_NS = BROKEN.map(
  (address, n) => `broken.test. 3600 NS ns${n + 1}.broken.test.\nns${n + 1}.broken.test. 3600 A ${address}`,
).join('\n');

function broken(serial: number): string {
  const exchanges = EXCHANGES.map(
    (name) => `broken.test. 300 MX 10 ${name}.broken.test.\n${name}.broken.test. 300 A ${MX1}`,
  );
  return `broken.test. 3600 ${soa(serial)}\n${BROKEN_NS}\n${exchanges.join('\n')}\n`;
}

/** A zone, what is in it, and who serves it. */
export interface ServedZone {
  addresses: readonly [string, ...string[]];
  zone: string;
  records: string;
  signing?: Signing;
  /** NSD when not given. */
  by?: 'knot';
}

/** A zone below `test.` at one server, `ns1`, with these records. */
export function zoneAt(
  address: string,
  zone: string,
  records: string,
  other: Pick<ServedZone, 'signing' | 'by'> = {},
): ServedZone {
  const ns = `${zone} 3600 ${SOA}\n${zone} 3600 NS ns1.${zone}\nns1.${zone} 3600 A ${address}\n`;
  return { zone, addresses: [address], records: `${ns}${records}\n`, ...other };
}

/** A signed mail domain at one server, Knot; its exchange is the real one. */
function signedDomain(zone: string, address: string, signing: Signing): ServedZone {
  const records = `${zone} 300 MX 10 mx1.${zone}
mx1.${zone} 300 A ${MX1}
*.wild.${zone} 300 MX 10 mx1.${zone}`;
  return zoneAt(address, zone, records, { signing, by: 'knot' });
}

/** Signed by BIND's tools: two as they should be, one with signatures that have expired. */
const SIGNED = [
  signedDomain('signed.test.', '127.53.0.51', { algorithm: 'ED25519', options: ['-3', 'abcd'] }),
  signedDomain('rsa.test.', '127.53.0.52', { algorithm: 'RSASHA512', bits: 2048 }),
  signedDomain('expired.test.', '127.53.0.53', {
    algorithm: 'ECDSAP384SHA384',
    // -P: BIND would not let such a zone pass.
    options: ['-P', '-s', '20260101000000', '-e', '20260201000000'],
  }),
];

/** Children before their parents, which sign what they say of them; `further` are children of `test.`, each with `ns1`. */
const zonesWith = (further: readonly ServedZone[]): readonly ServedZone[] => [
  ...SIGNED,
  ...further,
  {
    addresses: DOMAIN,
    zone: 'shop.test.',
    records: `shop.test. 3600 ${SOA}
shop.test. 3600 NS ns1.shop.test.
shop.test. 3600 NS ns2.shop.test.
ns1.shop.test. 3600 A ${DOMAIN[0]}
ns2.shop.test. 3600 A ${DOMAIN[1]}
shop.test. 300 MX 10 mx1.shop.test.
shop.test. 300 MX 20 mx2.shop.test.
mx1.shop.test. 300 A ${MX1}
mx2.shop.test. 300 A ${MX2}
probe.shop.test. 300 A 127.0.0.1
probe.shop.test. 300 MX 10 mx1.shop.test.
alias.shop.test. 300 CNAME shop.test.
`,
  },
  zoneAt(MTA_ZONE, 'mta.test.', mtaRecords()),
  { addresses: [BROKEN[0]], zone: 'broken.test.', records: broken(2026112302) },
  { addresses: [BROKEN[1]], zone: 'broken.test.', records: broken(2026112301) },
  {
    addresses: [BROKEN[2]],
    zone: 'elsewhere.test.',
    records: `elsewhere.test. 3600 ${SOA}\nelsewhere.test. 3600 NS ns.test.\n`,
  },
  {
    addresses: [TLD],
    zone: 'test.',
    signing: { algorithm: 'ECDSAP256SHA256', options: ['-3', '-', '-H', '0', '-A'] },
    records: `test. 3600 ${SOA}
test. 3600 NS ns.test.
ns.test. 3600 A ${TLD}
a.root.test. 3600 A ${ROOT}
shop.test. 3600 NS ns1.shop.test.
shop.test. 3600 NS ns2.shop.test.
ns1.shop.test. 3600 A ${DOMAIN[0]}
ns2.shop.test. 3600 A ${DOMAIN[1]}
nomail.test. 3600 MX 0 .
mta.test. 3600 NS ns1.mta.test.
ns1.mta.test. 3600 A ${MTA_ZONE}
${BROKEN_NS}
${[...SIGNED, ...further].map(({ zone, addresses: [address] }) => `${zone} 3600 NS ns1.${zone}\nns1.${zone} 3600 A ${address}\n`).join('')}
`,
  },
  {
    addresses: [ROOT],
    zone: '.',
    signing: { algorithm: 'RSASHA256', bits: 2048 },
    records: `. 3600 ${SOA}
. 3600 NS a.root.test.
a.root.test. 3600 A ${ROOT}
test. 3600 NS ns.test.
ns.test. 3600 A ${TLD}
`,
  },
];

/** Where a walk begins, and what it may believe there: paths of files. */
export interface Beginning {
  hints: string;
  anchors: string;
}

/** Root, TLD and domain servers on port 53 of loopback addresses, the root and some of the domains signed; adds each to `running`. */
export async function startNameServers(
  folder: string,
  running: ServerProcess[],
  further: readonly ServedZone[] = [],
): Promise<Beginning> {
  const hints = join(folder, 'named.root');
  writeFileSync(hints, `. 3600000 NS a.root.test.\na.root.test. 3600000 A ${ROOT}\n`);
  const anchors = join(folder, 'root.ds');
  const ds = new Map<string, string>();
  for (const [index, served] of zonesWith(further).entries()) {
    const { zone, addresses, signing, by } = served;
    const place = join(folder, `zone${index}`);
    mkdirSync(place);
    const children = [...ds].filter(([child]) => parentOf(child) === zone).map(([, text]) => text);
    const plain = [served.records, ...children].join('\n');
    const signed = signing && signZone(join(place, 'keys'), zone, plain, signing);
    if (signed !== undefined) ds.set(zone, signed.ds);
    writeFileSync(join(place, 'zone'), signed?.records ?? plain);
    const file = join(place, 'server.conf');
    writeFileSync(file, by === 'knot' ? knotConfiguration(place, served) : nsdConfiguration(place, served));
    const command: readonly [string, ...string[]] =
      by === 'knot' ? ['/usr/sbin/knotd', '-c', file] : ['/usr/sbin/nsd', '-d', '-c', file];
    running.push(await startServer(command, { address: addresses[0], port: 53 }, join(place, 'log')));
  }
  writeFileSync(anchors, ds.get('.') ?? '');
  return { hints, anchors };
}

/** `test.` for `shop.test.`; the root for `test.`, and nothing for the root. */
function parentOf(zone: string): string | null {
  if (zone === '.') return null;
  return zone.slice(zone.indexOf('.') + 1) || '.';
}

function knotConfiguration(place: string, { addresses, zone }: ServedZone): string {
  return `server:
    rundir: "${place}"
    user: root
    listen: [ ${addresses.map((address) => `${address}@53`).join(', ')} ]
log:
  - target: stdout
    any: info
database:
    storage: "${place}"
zone:
  - domain: "${zone}"
    storage: "${place}"
    file: "zone"
    zonefile-load: whole
`;
}

function nsdConfiguration(place: string, { addresses, zone }: ServedZone): string {
  return `server:
${addresses.map((address) => `  ip-address: ${address}`).join('\n')}
  port: 53
  do-ip6: no
  username: ""
  chroot: ""
  database: ""
  zonesdir: "${place}"
  pidfile: "${place}/nsd.pid"
  xfrdfile: "${place}/xfrd.state"
  zonelistfile: "${place}/zone.list"
  xfrdir: "${place}"
  cookie-secret-file: ""
  server-count: 1
remote-control:
  control-enable: no
zone:
  name: "${zone}"
  zonefile: "zone"
`;
}
