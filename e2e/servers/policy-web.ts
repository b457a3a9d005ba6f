import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Authority } from '../internet/certificates';
import { startNginx } from './nginx';
import { ENORMOUS, POLICY_HOST, STS_CASES, type StsCase, type StsName, stsDomain } from './policy-cases';
import type { ServerProcess } from './server-process';

/** Octets of the enormous policy; the file system stores none of them. */
const ENORMOUS_OCTETS = 1_000_000_000;

const POLICY = `version: STSv1\nmode: enforce\nmx: ${POLICY_HOST}\nmax_age: 604800\n`;

/** One nginx that serves the policy of every case, each by a certificate of its own. */
export async function startPolicyWeb(
  folder: string,
  address: string,
  authority: Authority,
): Promise<ServerProcess> {
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  writeFileSync(join(files, 'policy.txt'), POLICY);
  writeFileSync(join(files, ENORMOUS), '');
  truncateSync(join(files, ENORMOUS), ENORMOUS_OCTETS);
  const servers = await Promise.all(
    STS_CASES.map(
      async ({
        name,
        kind = 'good',
        certifies,
        file = 'policy.txt',
        answers = '',
      }: StsCase & { name: StsName }) => {
        const host = `mta-sts.${stsDomain(name)}`;
        const { cert, key } = await authority.issue(certifies ?? host, kind);
        const at = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
        writeFileSync(at.certificate, cert);
        writeFileSync(at.key, key, { mode: 0o600 });
        return `server { listen ${address}:443 ssl; server_name ${host}; root ${files}; default_type text/plain;
ssl_certificate ${at.certificate}; ssl_certificate_key ${at.key};
location = /.well-known/mta-sts.txt { types {} try_files /${file} =404; ${answers} } }`;
      },
    ),
  );
  return startNginx(folder, servers.join('\n'), { address, port: 443 });
}
