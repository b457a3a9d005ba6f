// Packages of Debian that tests need, without any service being started.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { say } from './ready.mjs';

/** Debian asks this script before it starts a service: 101 forbids it. */
const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs packages, as root on Debian. False elsewhere, or when it cannot be done.
 * @param {readonly string[]} names
 */
export function installOnDebian(names) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  say(`Installing ${names.join(', ')}; no service is started`);
  const isOurs = !existsSync(POLICY);
  if (isOurs) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (/** @type {string[]} */ ...words) =>
      spawnSync('apt-get', ['-qq', ...words], { env, stdio: 'ignore' }).status === 0;
    return apt('update') && apt('install', '-y', '--no-install-recommends', ...names);
  } finally {
    if (isOurs) rmSync(POLICY);
  }
}
