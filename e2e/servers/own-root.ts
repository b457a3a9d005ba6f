import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Nothing answers there: servers that ask DNS by themselves are told so at once. */
const NO_RESOLVER = 'nameserver 127.53.0.250\noptions timeout:1 attempts:1\n';

/**
 * A file system of its own above that of the machine, in which a Debian package is installed whose kind may be
 * installed only once: Debian allows one mail server a machine. What is written there goes into `folder`; the machine
 * itself is not changed, and the mounts end with the process that made them.
 */
export interface OwnRoot {
  /** The command line that runs another one inside; it becomes that process. */
  inside(command: readonly string[]): [string, ...string[]];
  /** Writes a file that is found there under this path; before anything runs inside. */
  write(path: string, text: string): void;
}

/** Installs the package into a root of its own, starting no service. Throws with what apt printed when it cannot. */
export function makeOwnRoot(folder: string, packageName: string): OwnRoot {
  const [upper, work, root] = ['upper', 'work', 'root'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const directory of [upper, work, root]) mkdirSync(directory, { recursive: true });
  const script = [
    `mount -t overlay overlay -o lowerdir=/,upperdir=${upper},workdir=${work} ${root}`,
    ...['proc', 'dev', 'sys'].map((name) => `mount --rbind /${name} ${root}/${name}`),
    `exec chroot ${root} "$@"`,
  ].join(' && ');
  const inside: OwnRoot['inside'] = (command) => ['unshare', '--mount', 'sh', '-c', script, 'sh', ...command];
  const write: OwnRoot['write'] = (path, text) => {
    mkdirSync(join(upper, path, '..'), { recursive: true });
    writeFileSync(join(upper, path), text);
  };
  write('/etc/resolv.conf.own', NO_RESOLVER);
  // Debian asks policy-rc.d before it starts a service: 101 forbids it.
  const install = [
    "printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d",
    'chmod 755 /usr/sbin/policy-rc.d',
    `apt-get -qq install -y --no-install-recommends ${packageName}`,
    'rm -f /etc/resolv.conf && mv /etc/resolv.conf.own /etc/resolv.conf',
  ].join(' && ');
  const [command, ...args] = inside(['sh', '-c', install]);
  execFileSync(command, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'pipe' });
  return { inside, write };
}
