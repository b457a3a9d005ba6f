import { join } from 'node:path';
import type { TestCertificates } from './certificates';
import { startPostfix } from './postfix-server';
import type { ServerProcess } from './server-process';

/** The exchange of `shop.test`: a Postfix with one known recipient, one that is put off, all others unknown. */
export function startMailServer(
  folder: string,
  address: string,
  host: string,
  { certificate, key }: TestCertificates,
): Promise<ServerProcess> {
  const main = `myhostname = ${host}
virtual_mailbox_domains = shop.test
virtual_mailbox_maps = inline:{ { known@shop.test = yes } { later@shop.test = yes } { postmaster@shop.test = yes } }
smtpd_recipient_restrictions =
  check_recipient_access inline:{ { later@shop.test = 450 4.2.0 Greylisted, try again in 300 seconds } }
smtpd_tls_security_level = may
smtpd_tls_cert_file = ${certificate}
smtpd_tls_key_file = ${key}`;
  const services = `${address}:25 inet n - n - - smtpd`;
  return startPostfix(join(folder, 'postfix'), { main, services }, { address, port: 25 });
}
