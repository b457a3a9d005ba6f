import { isIP } from 'node:net';

/**
 * Tells whether a page may be asked for by this `Host`. A browser sends the name that it was led by: one that a stranger
 * has pointed at this machine (DNS rebinding) is neither named here nor an address.
 */
export function createHostCheck(names: readonly string[]): (host: string | undefined) => boolean {
  const known = new Set(['localhost', ...names.map((name) => name.toLowerCase())]);
  return (host) => {
    const name = /^(\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.exec(host ?? '')?.[1]?.toLowerCase() ?? '';
    return known.has(name) || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
  };
}
