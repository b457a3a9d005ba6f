import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startNginx } from './nginx';
import { type ServerProcess, startServer } from './server-process';

/** What an example is given in the place of what is written in it. */
interface Place {
  /** Folder of the proxy alone. */
  folder: string;
  /** Host and port of mxproof. */
  upstream: string;
  certificate: string;
  key: string;
}

/** A proxy of which the documents have an example. */
export interface Proxy {
  name: string;
  /** Path of the example. */
  example: string;
  at: { address: string; port: number };
  /** The status that somebody with a wrong password gets where none is needed: of the proxy, or of mxproof for a reader. */
  wrongPassword: number;
  start(example: string, place: Place): Promise<ServerProcess>;
}

/** The name in the examples. */
export const NAME = 'mxproof.example.org';
export const PASSWORD = 'right';

const nginx: Proxy = {
  name: 'nginx',
  example: 'docs/proxies/nginx.conf',
  at: { address: '127.25.1.30', port: 8443 },
  wrongPassword: 403,
  start(example, { folder, upstream, certificate, key }) {
    writeFileSync(join(folder, 'passwords'), `ada:{PLAIN}${PASSWORD}\n`);
    const server = example
      .replaceAll('127.0.0.1:3000', upstream)
      .replace('listen 443 ssl', `listen ${this.at.address}:${this.at.port} ssl`)
      .replace('/etc/ssl/mxproof.pem', certificate)
      .replace('/etc/ssl/mxproof.key', key)
      .replaceAll('/etc/nginx/mxproof.htpasswd', join(folder, 'passwords'));
    return startNginx(folder, server, this.at);
  },
};

/** Where mxproof itself signs people in. */
export const NGINX_WITH_ACCOUNTS: Proxy = {
  ...nginx,
  example: 'docs/proxies/nginx-accounts.conf',
  at: { address: '127.25.1.32', port: 8443 },
};

const caddy: Proxy = {
  name: 'Caddy',
  example: 'docs/proxies/Caddyfile',
  at: { address: '127.25.1.31', port: 8443 },
  wrongPassword: 401,
  start(example, { folder, upstream, certificate, key }) {
    const hash = execFileSync('caddy', ['hash-password', '--plaintext', PASSWORD], { encoding: 'utf8' });
    const site = example
      .replaceAll('127.0.0.1:3000', upstream)
      .replace('$2a$14$to.be.replaced', () => hash.trim())
      .replace(
        `${NAME} {`,
        `${NAME}:${this.at.port} {\n\tbind ${this.at.address}\n\ttls ${certificate} ${key}`,
      );
    const file = join(folder, 'Caddyfile');
    writeFileSync(file, `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${site}`);
    return startServer(
      ['caddy', 'run', '--adapter', 'caddyfile', '--config', file],
      this.at,
      join(folder, 'caddy.log'),
      {
        ...process.env,
        HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_CONFIG_HOME: folder,
      },
    );
  },
};

export const PROXIES = [nginx, caddy];
