// Packages of Debian that tests need, without any service being started.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { fail, say } from './ready.mjs';

/** Debian asks this script before it starts a service: 101 forbids it. */
const POLICY = '/usr/sbin/policy-rc.d';

/**
 * As root on Debian; elsewhere, and when it cannot be done, ends the process with a sentence.
 * @param {string} name
 */
export function installPackage(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    fail(`Install ${name} first, or run this as root on Debian.`);
  say(`Installing ${name}; no service is started`);
  const isOurs = !existsSync(POLICY);
  if (isOurs) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const command of ['update', `install -y --no-install-recommends ${name}`])
      if (spawnSync('apt-get', ['-qq', ...command.split(' ')], { env, stdio: 'ignore' }).status !== 0)
        fail(`${name} could not be installed.`);
  } finally {
    if (isOurs) rmSync(POLICY);
  }
}
