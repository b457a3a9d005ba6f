import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerProcess, startServer } from './server-process';

/** What is different from one Postfix to the other. */
export interface PostfixConfiguration {
  /** Lines of main.cf. */
  main: string;
  /** Lines of master.cf: who listens. */
  services: string;
  /** The resolver that it asks, whatever the machine asks. */
  resolver?: string;
}

/**
 * A real Postfix with folders of its own. Mail that it takes is discarded; nothing is relayed and no DNS is asked.
 * Resolves when it answers at `listens`.
 */
export async function startPostfix(
  folder: string,
  { main, services, resolver }: PostfixConfiguration,
  listens: { address: string; port: number },
): Promise<ServerProcess> {
  const [queue, data] = [join(folder, 'queue'), join(folder, 'data')];
  for (const directory of [folder, queue, data]) mkdirSync(directory, { recursive: true });
  execFileSync('chown', ['postfix', data]);
  chmodSync(join(folder, '..'), 0o755); // Postfix's own user has to get through
  writeFileSync(
    join(folder, 'main.cf'),
    `compatibility_level = 3.6
queue_directory = ${queue}
data_directory = ${data}
maillog_file = /dev/stdout
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
mynetworks =
smtpd_peername_lookup = no
local_transport = discard
default_transport = discard
relay_transport = discard
virtual_transport = discard
smtpd_relay_restrictions = reject_unauth_destination
smtpd_reject_unlisted_recipient = yes
smtp_tls_security_level = none
${main}
`,
  );
  writeFileSync(
    join(folder, 'master.cf'),
    `${services}
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`,
  );
  const server = await startServer(
    askingAt(folder, resolver, ['/usr/sbin/postfix', '-c', folder, 'start-fg']),
    listens,
    join(folder, '..', `${folder.split('/').at(-1) ?? ''}.log`),
  );
  return {
    output: server.output,
    async stop() {
      // The master process is no child of ours: Postfix ends it by its own pid file.
      execFileSync('/usr/sbin/postfix', ['-c', folder, 'stop'], { stdio: 'pipe' });
      await server.stop();
    },
  };
}

/** The command with a resolv.conf of its own, which ends with it. */
function askingAt(
  folder: string,
  resolver: string | undefined,
  command: readonly [string, ...string[]],
): readonly [string, ...string[]] {
  if (resolver === undefined) return command;
  const file = join(folder, 'resolv.conf');
  writeFileSync(file, `nameserver ${resolver}\noptions trust-ad\n`);
  const script = `mount --bind ${file} /etc/resolv.conf && exec "$@"`;
  return ['unshare', '--mount', 'sh', '-c', script, 'sh', ...command];
}
