import { join } from 'node:path';
import type { CertificateFiles } from './mta-certificates';
import { GREYLISTED, MAILBOXES, type MtaPlace, REFUSED_HELO } from './mta-places';
import { makeOwnRoot } from './own-root';
import { type ServerProcess, startServer } from './server-process';

/** A real OpenSMTPD on port 25 of each place. */
export function startOpenSmtpd(
  folder: string,
  places: readonly [MtaPlace, ...MtaPlace[]],
  certificateOf: CertificateFiles,
): Promise<ServerProcess> {
  const root = makeOwnRoot(folder, 'opensmtpd');
  root.write('/etc/smtpd-test.conf', configuration(places, certificateOf));
  root.write('/usr/local/libexec/greylist', GREYLIST_FILTER);
  const run = 'chmod 755 /usr/local/libexec/greylist && exec smtpd -d -f /etc/smtpd-test.conf';
  const command = root.inside(['sh', '-c', run]);
  return startServer(command, { address: places[0].address, port: 25 }, join(folder, 'smtpd.log'));
}

function configuration(places: readonly MtaPlace[], certificateOf: CertificateFiles): string {
  const addresses = (mailbox: string) => places.map(({ domain }) => `"${mailbox}@${domain}"`).join(', ');
  const refusals = Object.entries(MAILBOXES).flatMap(([mailbox, reply]) =>
    reply === null ? [] : [{ name: `no-${mailbox}`, mailbox, reply }],
  );
  const secured = places.flatMap((place) => {
    const files = certificateOf(place);
    return files === null ? [] : [{ ...place, ...files }];
  });
  const users = ['known', 'postmaster', GREYLISTED].flatMap((mailbox) =>
    places.map(({ domain }) => `"${mailbox}@${domain}" = "nobody"`),
  );
  return `${secured.map(({ host, certificate, key }) => `pki "${host}" cert "${certificate}"\npki "${host}" key "${key}"`).join('\n')}
table users { ${users.join(', ')} }
filter "no-helo" phase helo match helo { "${REFUSED_HELO}" } reject "550 5.7.1 The HELO name is not accepted here"
filter "no-ehlo" phase ehlo match helo { "${REFUSED_HELO}" } reject "550 5.7.1 The HELO name is not accepted here"
${refusals.map(({ name, mailbox, reply }) => `filter "${name}" phase rcpt-to match rcpt-to { ${addresses(mailbox)} } reject "${reply}"`).join('\n')}
filter "greylist" proc-exec "/usr/local/libexec/greylist"
filter "all" chain { "no-helo", "no-ehlo", ${refusals.map(({ name }) => `"${name}"`).join(', ')}, "greylist" }
${places
  .map(({ address, host }) => {
    const tls = secured.some((one) => one.host === host) ? ` tls pki "${host}"` : '';
    return `listen on ${address} port 25${tls} hostname "${host}" filter "all"`;
  })
  .join('\n')}
action take mbox virtual <users>
match from any for domain { ${places.map(({ domain }) => `"${domain}"`).join(', ')} } action take
`;
}

/** smtpd-filters(7): each line it reads is a question, answered with the session and its token. */
const GREYLIST_FILTER = `#!/bin/sh
seen=
while IFS='|' read -r kind a b c phase session token rest; do
  case "$kind|$a" in
  'config|ready') echo 'register|filter|smtp-in|rcpt-to'; echo 'register|ready' ;;
  filter*)
    case "$rest" in
    *${GREYLISTED}@*)
      if [ -z "$seen" ]; then
        seen=yes
        echo "filter-result|$session|$token|reject|451 4.7.1 Greylisted, please try again in 2 seconds"
        continue
      fi ;;
    esac
    echo "filter-result|$session|$token|proceed" ;;
  esac
done
`;
