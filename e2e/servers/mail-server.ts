import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestCertificates } from './certificates';
import { type ServerProcess, startServer } from './server-process';

/**
 * A real Postfix on port 25 of one loopback address: one known recipient, one that is put off, all others unknown.
 * Mail that it takes is discarded; nothing is relayed and no DNS is asked.
 */
export async function startMailServer(
  folder: string,
  address: string,
  host: string,
  { certificate, key }: TestCertificates,
): Promise<ServerProcess> {
  const place = join(folder, 'postfix');
  const [queue, data] = [join(place, 'queue'), join(place, 'data')];
  for (const directory of [place, queue, data]) mkdirSync(directory, { recursive: true });
  execFileSync('chown', ['postfix', data]);
  chmodSync(folder, 0o755); // Postfix's own user has to get through
  writeFileSync(
    join(place, 'main.cf'),
    `compatibility_level = 3.6
queue_directory = ${queue}
data_directory = ${data}
maillog_file = /dev/stdout
myhostname = ${host}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
mynetworks =
smtpd_peername_lookup = no
local_transport = discard
default_transport = discard
relay_transport = discard
virtual_transport = discard
virtual_mailbox_domains = shop.test
virtual_mailbox_maps = inline:{ { known@shop.test = yes } { later@shop.test = yes } { postmaster@shop.test = yes } }
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions =
  check_recipient_access inline:{ { later@shop.test = 450 4.2.0 Greylisted, try again in 300 seconds } }
smtpd_reject_unlisted_recipient = yes
smtpd_tls_security_level = may
smtpd_tls_cert_file = ${certificate}
smtpd_tls_key_file = ${key}
smtp_tls_security_level = none
`,
  );
  writeFileSync(
    join(place, 'master.cf'),
    `${address}:25 inet n - n - - smtpd
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
    ['/usr/sbin/postfix', '-c', place, 'start-fg'],
    { address, port: 25 },
    join(folder, 'postfix.log'),
  );
  return {
    output: server.output,
    async stop() {
      // The master process is no child of ours: Postfix ends it by its own pid file.
      execFileSync('/usr/sbin/postfix', ['-c', place, 'stop'], { stdio: 'pipe' });
      await server.stop();
    },
  };
}
