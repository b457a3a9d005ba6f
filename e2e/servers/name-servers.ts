import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerProcess, startServer } from './server-process';

const ROOT = '127.53.0.1';
const TLD = '127.53.0.11';
const DOMAIN = ['127.53.0.31', '127.53.0.32'] as const;

export const MX1 = '127.25.0.1';
/** Nothing listens here. */
export const MX2 = '127.25.0.2';

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

const ZONES = [
  {
    addresses: [ROOT],
    zone: '.',
    records: `. 3600 ${SOA}
. 3600 NS a.root.test.
a.root.test. 3600 A ${ROOT}
test. 3600 NS ns.test.
ns.test. 3600 A ${TLD}
`,
  },
  {
    addresses: [TLD],
    zone: 'test.',
    records: `test. 3600 ${SOA}
test. 3600 NS ns.test.
ns.test. 3600 A ${TLD}
a.root.test. 3600 A ${ROOT}
shop.test. 3600 NS ns1.shop.test.
shop.test. 3600 NS ns2.shop.test.
ns1.shop.test. 3600 A ${DOMAIN[0]}
ns2.shop.test. 3600 A ${DOMAIN[1]}
nomail.test. 3600 MX 0 .
${BROKEN_NS}
`,
  },
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
alias.shop.test. 300 CNAME shop.test.
`,
  },
  { addresses: [BROKEN[0]], zone: 'broken.test.', records: broken(2026112302) },
  { addresses: [BROKEN[1]], zone: 'broken.test.', records: broken(2026112301) },
  {
    addresses: [BROKEN[2]],
    zone: 'elsewhere.test.',
    records: `elsewhere.test. 3600 ${SOA}\nelsewhere.test. 3600 NS ns.test.\n`,
  },
] as const;

/** NSD as root, TLD and domain servers on port 53 of loopback addresses, and the root hints that lead there. */
export async function startNameServers(folder: string): Promise<{ hints: string; servers: ServerProcess[] }> {
  const hints = join(folder, 'named.root');
  writeFileSync(hints, `. 3600000 NS a.root.test.\na.root.test. 3600000 A ${ROOT}\n`);
  const servers: ServerProcess[] = [];
  for (const [index, { addresses, zone, records }] of ZONES.entries()) {
    const place = join(folder, `nsd${index}`);
    mkdirSync(place);
    writeFileSync(join(place, 'zone'), records);
    writeFileSync(join(place, 'nsd.conf'), configuration(place, addresses, zone));
    servers.push(
      await startServer(
        ['/usr/sbin/nsd', '-d', '-c', join(place, 'nsd.conf')],
        { address: addresses[0], port: 53 },
        join(place, 'log'),
      ),
    );
  }
  return { hints, servers };
}

function configuration(place: string, addresses: readonly string[], zone: string): string {
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
