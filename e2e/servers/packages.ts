import { existsSync } from 'node:fs';
import { installOnDebian } from '../../scripts/debian.mjs';

const WANTED = [
  { binary: '/usr/sbin/nsd', name: 'nsd' },
  { binary: '/usr/sbin/knotd', name: 'knot' },
  { binary: '/usr/bin/dnssec-signzone', name: 'bind9-utils' },
  { binary: '/usr/sbin/unbound', name: 'unbound' },
  { binary: '/usr/sbin/postfix', name: 'postfix' },
  { binary: '/usr/sbin/nginx', name: 'nginx-light' },
  { binary: '/usr/bin/caddy', name: 'caddy' },
  { binary: '/usr/bin/systemd-analyze', name: 'systemd' },
  { binary: '/usr/bin/strace', name: 'strace' },
  { binary: '/usr/bin/openssl', name: 'openssl' },
  { binary: '/usr/bin/curl', name: 'curl' },
  { binary: '/usr/bin/tcpdump', name: 'tcpdump' },
  { binary: '/usr/bin/unshare', name: 'util-linux' },
  { binary: '/usr/sbin/ip', name: 'iproute2' },
  { binary: '/usr/sbin/sysctl', name: 'procps' },
];

/** Installs the servers that are missing, without starting any system service. Throws with one sentence when it cannot. */
export function installServers(): void {
  const missing = WANTED.filter(({ binary }) => !existsSync(binary)).map(({ name }) => name);
  if (missing.length > 0 && !installOnDebian(missing))
    throw new Error(`Install ${missing.join(', ')} first, or run this as root on Debian.`);
}
