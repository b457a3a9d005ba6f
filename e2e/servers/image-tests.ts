import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { freePort } from '../free-port';
import { postJson } from '../post-json';
import { type ServerProcess, startServer } from './server-process';

/** The user of the image has another number; all that counts is that nothing belongs to it but the data. */
const USER = 65_534;

/** In mounts of its own: everything is read-only but the data, as `docker run --read-only -v …:/data` has it. */
const CONTAIN = `
mount --make-rprivate /
mount --bind "$DATA" "$DATA"
while read -r _ place kind _; do
  case "$place $kind" in
    "$DATA "*|*\\ proc|*\\ sysfs|*\\ devtmpfs|*\\ devpts|*\\ mqueue|*\\ cgroup*) ;;
    *) mount -o remount,ro,bind "$place" || true ;;
  esac
done < /proc/mounts
if touch "$ROOT/x" 2>/dev/null || touch /tmp/mxproof-x 2>/dev/null; then echo 'it can be written to'; exit 1; fi
cd "$ROOT"
exec setpriv --reuid=${USER} --regid=${USER} --clear-groups --no-new-privs --bounding-set=-all node bin/mxproof.mjs`;

/** What the image holds, made by the very steps of the Dockerfile and run as compose.yaml runs it, without Docker. */
export function imageTests(): void {
  describe('the image: a read-only file system, no rights, one folder to write to', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mxproof-image-'));
    const root = join(folder, 'mxproof');
    const data = join(folder, 'data');
    let server: ServerProcess | undefined;
    let env: NodeJS.ProcessEnv;
    let url = '';

    before(async () => {
      chmodSync(folder, 0o755);
      for (const path of [root, data]) mkdirSync(path);
      chownSync(data, USER, USER);
      const out = join(folder, 'out');
      for (const [, step = ''] of readFileSync('Dockerfile', 'utf8').matchAll(
        /^RUN (node scripts.*|.*tar -x.*)$/gm,
      ))
        execFileSync('sh', [
          '-ec',
          step.replaceAll('/out', out).replace('mkdir /unpacked && ', '').replace('/unpacked', root),
        ]);
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      env = {
        ...process.env,
        NODE_ENV: 'production',
        HOST: '0.0.0.0',
        PORT: String(port),
        DATABASE_URL: `file:${join(data, 'mxproof.db')}`,
        MXPROOF_OPEN: '1',
        ROOT: root,
        DATA: data,
      };
      const command = ['unshare', '--mount', 'sh', '-ec', CONTAIN] as const;
      server = await startServer([...command], { address: '127.0.0.1', port }, join(folder, 'log'), env);
    });
    after(async () => {
      await server?.stop();
      rmSync(folder, { recursive: true });
    });

    test('it serves, checks, and is healthy', async () => {
      const health = spawnSync('node', ['bin/mxproof.mjs', 'health'], { cwd: root, env, encoding: 'utf8' });
      assert.equal(health.status, 0, health.stderr);
      const started = await postJson(`${url}/api/checks`, { target: 'user@[127.0.0.1]' });
      const { id } = (await started.json()) as { id: string };
      assert.match(await (await fetch(`${url}/api/checks/${id}/events`)).text(), /event: done/);
      for (const path of [`/check/${id}`, '/', '/findings', '/explain'])
        assert.equal((await fetch(`${url}${path}`)).status, 200, path);
    });

    test('it complains of nothing, and has written its database alone', () => {
      assert.doesNotMatch(server?.output() ?? '', /EROFS|EACCES|EPERM|"level":[456]0/);
      for (const name of readdirSync(data)) assert.match(name, /^mxproof\.db/);
    });
  });
}
