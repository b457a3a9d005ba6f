import { networkSet } from '@/lib/net/network-set';

const LOOPBACK = networkSet(['127.0.0.0/8', '::1/128']);

/** Whether only this machine gets to what listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || LOOPBACK(host);
}

/** Whether people elsewhere get to it, by themselves or through proxies that are named. */
export function isReached(host: string, trustedProxies: readonly string[]): boolean {
  return !isLoopback(host) || trustedProxies.length > 0;
}
