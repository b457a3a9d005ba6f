import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerProcess, startServer } from './server-process';

/** A real nginx with these servers (the text of an `http` block), all that it writes in `folder`. */
export function startNginx(
  folder: string,
  servers: string,
  listens: { address: string; port: number },
): Promise<ServerProcess> {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (what) => `${what}_temp_path ${join(folder, what)};`,
  );
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; user root; pid ${join(folder, 'nginx.pid')}; error_log stderr warn; events {}
http { access_log off; ${temporary.join(' ')} ${servers} }`,
  );
  return startServer(['nginx', '-e', 'stderr', '-p', folder, '-c', file], listens, join(folder, 'nginx.log'));
}
