import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { freePort } from '../free-port';
import { postJson } from '../post-json';
import { startServer } from './server-process';

const UNIT = readFileSync('packaging/mxproof.service', 'utf8');
const BACKUP = readFileSync('packaging/mxproof-backup.service', 'utf8');
const TIMER = readFileSync('packaging/mxproof-backup.timer', 'utf8');
const CAPTURE = readFileSync('packaging/capture.conf', 'utf8');
/** What `systemd-analyze security` says of the unit at most: 10 is a service of which nothing is held back. */
const MOST_EXPOSED = 3;
/** SQLite gives its log to the owner of the database when it runs as root (os_unix.c, robustFchown), as it does here and not there. */
const ONLY_AS_ROOT = ['fchown'];

/** `packaging/mxproof.service` as far as systemd and the kernel of this machine can tell without starting it. */
export function unitTests(folder: string, instance: () => Readonly<Record<string, string>>): void {
  describe('the unit for systemd', () => {
    const own = join(folder, 'unit');
    mkdirSync(own);
    const file = join(own, 'mxproof.service');

    test('systemd finds nothing wrong with it', () => {
      writeFileSync(file, UNIT.replace('/usr/bin/node', process.execPath));
      assert.equal(analyze('verify', '--man=no', file), '');
    });

    test('nor with the timer of backups', () => {
      const files = [
        [join(own, 'mxproof-backup.service'), BACKUP.replace('/usr/bin/node', process.execPath)],
        [join(own, 'mxproof-backup.timer'), TIMER],
      ] as const;
      for (const [path, text] of files) writeFileSync(path, text);
      assert.equal(analyze('verify', '--man=no', ...files.map(([path]) => path)), '');
    });

    test(`it is exposed below ${MOST_EXPOSED}, with the right to capture, too`, () => {
      for (const text of [UNIT, `${UNIT}\n${CAPTURE}`]) {
        writeFileSync(file, text);
        // It fails when the unit is above; the last line has the figure.
        const said = analyze('security', '--offline=true', `--threshold=${MOST_EXPOSED * 10}`, file);
        const level = /exposure level for mxproof\.service: ([\d.]+)/.exec(said)?.[1];
        assert.ok(Number(level) < MOST_EXPOSED, said);
      }
    });

    test('it lets through every call to the system that serving makes', async () => {
      const port = await freePort();
      const trace = join(own, 'calls');
      const env = {
        ...process.env,
        ...instance(),
        HOST: '127.0.0.1',
        PORT: String(port),
        DATABASE_URL: `file:${join(own, 'data', 'unit.db')}`,
        // As root, tcpdump becomes somebody else.
        MXPROOF_CAPTURE: '0',
      };
      const server = await startServer(
        ['strace', '-f', '-qq', '-o', trace, process.execPath, join('scripts', 'start.mjs')],
        { address: '127.0.0.1', port },
        join(own, 'mxproof.log'),
        env,
      );
      const url = `http://127.0.0.1:${port}`;
      const started = await postJson(`${url}/api/checks`, { target: 'known@shop.test' });
      const { id } = (await started.json()) as { id: string };
      assert.match(await (await fetch(`${url}/api/checks/${id}/events`)).text(), /event: done/);
      assert.equal((await fetch(`${url}/check/${id}`)).status, 200);
      await server.stop();
      const calls = callsIn(readFileSync(trace, 'utf8'));
      assert.ok(calls.has('epoll_ctl') && calls.has('connect'), 'strace has seen it work');
      const permitted = permittedBy(UNIT);
      assert.deepEqual(
        [...calls].filter((call) => !permitted.has(call) && !ONLY_AS_ROOT.includes(call)),
        [],
      );
    });
  });
}

function analyze(...args: string[]): string {
  return execFileSync('systemd-analyze', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Names of the calls in what strace has written: `4711 openat(AT_FDCWD, …`. */
function callsIn(trace: string): Set<string> {
  return new Set([...trace.matchAll(/^\d+ +([a-z]\w*)\(/gm)].map(([, name = '']) => name));
}

/** systemd.exec(5): the first line says what is let through beside `@default`, those with `~` take away from it. */
function permittedBy(unit: string): Set<string> {
  const permitted = new Set(membersOf('@default'));
  for (const [, taken, sets = ''] of unit.matchAll(/^SystemCallFilter=(~?)(.*)$/gm))
    for (const call of sets.split(' ').flatMap((set) => membersOf(set)))
      if (taken === '~') permitted.delete(call);
      else permitted.add(call);
  return permitted;
}

/** The calls of a set, and of the sets in it. */
function membersOf(set: string): string[] {
  const lines = analyze('syscall-filter', '--no-pager', set).split('\n');
  const names = lines.map((line) => line.trim()).filter((line) => /^@?[a-z]/.test(line) && line !== set);
  return names.flatMap((name) => (name.startsWith('@') ? membersOf(name) : [name]));
}
