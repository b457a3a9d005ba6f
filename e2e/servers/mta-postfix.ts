import { join } from 'node:path';
import type { CertificateFiles } from './mta-certificates';
import { GREYLISTED, MAILBOXES, type MtaPlace, REFUSED_HELO, SCREENED } from './mta-places';
import { makeOwnRoot } from './own-root';
import { startPostfix } from './postfix-server';
import { type ServerProcess, startServer } from './server-process';

const POSTGREY = { address: '127.25.1.9', port: 10_023 };

/** How long postscreen waits for a client that talks before its turn. */
const GREET_WAIT_SECONDS = 6;

/** A real Postfix on port 25 of each place, and one more behind postscreen; its greylisting is Postgrey. */
export async function startMtaPostfix(
  folder: string,
  places: readonly [MtaPlace, ...MtaPlace[]],
  certificateOf: CertificateFiles,
): Promise<ServerProcess> {
  const postgrey = await startPostgrey(join(folder, 'postgrey'));
  const domains = [...places, SCREENED].map(({ domain }) => domain);
  const everywhere = (mailbox: string, value: string) =>
    domains.map((domain) => `{ ${mailbox}@${domain} = ${value} }`).join(' ');
  const users = ['known', 'postmaster', GREYLISTED, ...Object.keys(MAILBOXES)];
  const refusals = Object.entries(MAILBOXES).flatMap(([mailbox, reply]) =>
    reply === null ? [] : everywhere(mailbox, reply),
  );
  const main = `virtual_mailbox_domains = ${domains.join(' ')}
virtual_mailbox_maps = inline:{ ${[...new Set(users)].map((mailbox) => everywhere(mailbox, 'yes')).join(' ')} }
smtpd_restriction_classes = greylist
greylist = check_policy_service inet:${POSTGREY.address}:${POSTGREY.port}
smtpd_recipient_restrictions =
  check_recipient_access inline:{ ${refusals.join(' ')} ${everywhere(GREYLISTED, 'greylist')} }
smtpd_delay_reject = no
smtpd_helo_required = yes
smtpd_helo_restrictions =
  check_helo_access inline:{ { ${REFUSED_HELO} = 550 5.7.1 The HELO name is not accepted here } }
postscreen_greet_wait = ${GREET_WAIT_SECONDS}s
postscreen_greet_action = enforce
postscreen_access_list =
postscreen_cache_map = btree:$data_directory/postscreen`;
  const listeners = places.map((place) => {
    const files = certificateOf(place);
    const tls = files
      ? `-o smtpd_tls_security_level=may -o smtpd_tls_cert_file=${files.certificate} -o smtpd_tls_key_file=${files.key}`
      : '-o smtpd_tls_security_level=none';
    return `${place.address}:25 inet n - n - - smtpd -o myhostname=${place.host} ${tls}`;
  });
  const services = `${listeners.join('\n')}
${SCREENED.address}:25 inet n - n - 1 postscreen -o myhostname=${SCREENED.host}
smtpd pass - - n - - smtpd -o myhostname=${SCREENED.host}
dnsblog unix - - n - 0 dnsblog
tlsproxy unix - - n - 0 tlsproxy`;
  const listens = { address: places[0].address, port: 25 };
  const server = await startPostfix(join(folder, 'postfix-mtas'), { main, services }, listens);
  return {
    output: () => `${server.output()}\n${postgrey.output()}`,
    async stop() {
      await server.stop();
      await postgrey.stop();
    },
  };
}

/** Debian's greylisting: away at first, in after two seconds. */
function startPostgrey(folder: string): Promise<ServerProcess> {
  const root = makeOwnRoot(folder, 'postgrey');
  const run = `mkdir -p /var/lib/postgrey && exec postgrey --inet=${POSTGREY.address}:${POSTGREY.port} --delay=2 --greylist-text='Greylisted, try again in %s seconds'`;
  return startServer(root.inside(['sh', '-c', run]), POSTGREY, join(folder, 'log'));
}
