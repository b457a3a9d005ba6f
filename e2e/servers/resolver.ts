import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Beginning } from './name-servers';
import { type ServerProcess, startServer } from './server-process';

/** Where the resolver of other programs answers. */
export const RESOLVER = '127.53.0.200';

/** A real Unbound that validates from the trust anchor of our own root: files of hints and DS records. */
export function startResolver(folder: string, { hints, anchors }: Beginning): Promise<ServerProcess> {
  mkdirSync(folder);
  const file = join(folder, 'unbound.conf');
  writeFileSync(
    file,
    `server:
  interface: ${RESOLVER}
  access-control: 127.0.0.0/8 allow
  do-ip6: no
  do-not-query-localhost: no
  local-zone: "test." nodefault
  root-hints: "${hints}"
  trust-anchor-file: "${anchors}"
  chroot: ""
  username: ""
  directory: "${folder}"
  pidfile: ""
  use-syslog: no
remote-control:
  control-enable: no
`,
  );
  const listens = { address: RESOLVER, port: 53 };
  return startServer(['/usr/sbin/unbound', '-d', '-p', '-c', file], listens, join(folder, 'log'));
}
