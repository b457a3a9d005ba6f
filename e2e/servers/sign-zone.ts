import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How BIND's tools sign a zone. */
export interface Signing {
  algorithm: 'RSASHA256' | 'RSASHA512' | 'ECDSAP256SHA256' | 'ECDSAP384SHA384' | 'ED25519';
  /** Bits of RSA keys. */
  bits?: number;
  /** Further arguments of dnssec-signzone: NSEC3, opt-out, times. */
  options?: readonly string[];
}

/**
 * Signs records in master-file form with a key signing key and a zone signing key of their own. Returns the signed zone
 * and the DS records for the parent.
 */
export function signZone(
  folder: string,
  zone: string,
  records: string,
  { algorithm, bits, options = [] }: Signing,
): { records: string; ds: string } {
  mkdirSync(folder);
  const run = (tool: string, ...args: string[]) =>
    execFileSync(tool, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const size = bits === undefined ? [] : ['-b', String(bits)];
  for (const kind of [['-f', 'KSK'], []])
    run('dnssec-keygen', '-q', '-K', folder, '-a', algorithm, ...size, ...kind, zone);
  writeFileSync(join(folder, 'plain'), records);
  run('dnssec-signzone', '-S', '-K', folder, '-d', folder, '-o', zone, '-f', 'signed', ...options, 'plain');
  return {
    records: readFileSync(join(folder, 'signed'), 'utf8'),
    ds: readFileSync(join(folder, `dsset-${zone}`), 'utf8'),
  };
}
