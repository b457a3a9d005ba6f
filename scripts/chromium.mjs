import { existsSync } from 'node:fs';

/**
 * Debian's Chromium without windows: the whole browser draws its own tabs and menus for each context, which nobody sees and which
 * takes a third of the time of a test.
 */
export const SHELL = 'chromium-headless-shell';

/** Where the system's Chromium is, the shell before the whole one; undefined where there is none. */
export function installedChromium() {
  return [`/usr/bin/${SHELL}`, '/usr/bin/chromium'].find((path) => existsSync(path));
}
