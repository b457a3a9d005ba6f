import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a test authority and of one server certificate that it issued. */
export interface TestCertificates {
  authority: string;
  certificate: string;
  key: string;
}

/** Makes a test authority and a certificate for the host, valid for one day, with Debian's openssl. */
export function makeCertificates(folder: string, host: string): TestCertificates {
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    ...['req', '-x509', ...newKey, '-keyout', at('ca.key'), '-out', at('ca.pem')],
    ...['-days', '1', '-subj', '/CN=mxproof test authority', '-addext', 'basicConstraints=critical,CA:TRUE'],
  );
  openssl('req', ...newKey, '-keyout', at('host.key'), '-out', at('host.csr'), '-subj', `/CN=${host}`);
  writeFileSync(at('host.ext'), `subjectAltName=DNS:${host}\nbasicConstraints=CA:FALSE\n`);
  openssl(
    ...[
      'x509',
      '-req',
      '-in',
      at('host.csr'),
      '-CA',
      at('ca.pem'),
      '-CAkey',
      at('ca.key'),
      '-CAcreateserial',
    ],
    ...['-days', '1', '-extfile', at('host.ext'), '-out', at('host.pem')],
  );
  return { authority: at('ca.pem'), certificate: at('host.pem'), key: at('host.key') };
}
