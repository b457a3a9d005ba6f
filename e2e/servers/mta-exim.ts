import { join } from 'node:path';
import type { CertificateFiles } from './mta-certificates';
import { GREYLISTED, MAILBOXES, type MtaPlace, REFUSED_HELO } from './mta-places';
import { makeOwnRoot } from './own-root';
import { type ServerProcess, startServer } from './server-process';

/** A real Exim on port 25 of each place. What it accepts is thrown away. */
export function startExim(
  folder: string,
  places: readonly [MtaPlace, ...MtaPlace[]],
  certificateOf: CertificateFiles,
): Promise<ServerProcess> {
  const root = makeOwnRoot(folder, 'exim4-daemon-light');
  root.write('/etc/exim4/exim4.conf', configuration(places, certificateOf));
  const command = root.inside(['/usr/sbin/exim4', '-bdf', '-q30m', '-v']);
  return startServer(command, { address: places[0].address, port: 25 }, join(folder, 'exim.log'));
}

function configuration(places: readonly MtaPlace[], certificateOf: CertificateFiles): string {
  const byAddress = (value: (place: MtaPlace) => string) =>
    places.reduceRight(
      (rest, place) => `\${if eq{$received_ip_address}{${place.address}}{${value(place)}}{${rest}}}`,
      '',
    );
  const refusals = Object.entries(MAILBOXES).flatMap(([mailbox, reply]) =>
    reply === null
      ? []
      : `  ${reply.startsWith('4') ? 'defer' : 'deny'}
    local_parts = ${mailbox}
    message = ${reply}`,
  );
  return `primary_hostname = ${places[0]?.host ?? ''}
smtp_active_hostname = ${byAddress(({ host }) => host)}
daemon_smtp_ports = 25
local_interfaces = ${places.map(({ address }) => address).join(' : ')}
domainlist local_domains = ${places.map(({ domain }) => domain).join(' : ')}
host_lookup =
rfc1413_query_timeout = 0s
tls_advertise_hosts = ${byAddress((place) => (certificateOf(place) === null ? '' : '*'))}
tls_certificate = ${byAddress((place) => certificateOf(place)?.certificate ?? '')}
tls_privatekey = ${byAddress((place) => certificateOf(place)?.key ?? '')}
acl_smtp_helo = acl_helo
acl_smtp_rcpt = acl_rcpt
acl_smtp_data = accept
begin acl
acl_helo:
  deny
    condition = \${if eq{$sender_helo_name}{${REFUSED_HELO}}}
    message = 550 5.7.1 The HELO name $sender_helo_name is not accepted here
  accept
acl_rcpt:
  deny
    !domains = +local_domains
    message = relay not permitted
${refusals.join('\n')}
  defer
    local_parts = ${GREYLISTED}
    condition = \${if !exists{/var/spool/exim4/seen-$sender_host_address}}
    continue = \${run{/usr/bin/touch /var/spool/exim4/seen-$sender_host_address}}
    message = 451 4.7.1 Greylisted, please try again in 2 seconds
  require verify = recipient
  accept
begin routers
known:
  driver = redirect
  domains = +local_domains
  local_parts = known : postmaster : ${GREYLISTED}
  data = :blackhole:
`;
}
