import { found, type Found } from '../found';
import { isSettled, type Seen } from '../seen';

/** Reverse names of the exchanges' addresses, beside the names they say themselves. */
export function* reverseNames(seen: Seen): Iterable<Found> {
  if (!isSettled(seen)) return;
  for (const { address, state, names, evidence } of seen.reverse) {
    const host = seen.route?.hosts.find(({ addresses }) => addresses.some((one) => one.address === address));
    const about = { host: host?.exchange ?? address, address };
    const proof = [...evidence, ...names.flatMap((name) => name.evidence)].map((n) => `dns:${n}`);
    const list = names.map(({ name }) => name);
    if (proof.length === 0 || state === 'failed') continue;
    if (state === 'none') {
      yield found('ptr.missing', about, proof);
      continue;
    }
    if (!names.some(({ confirmed }) => confirmed))
      yield found('ptr.not-confirmed', { ...about, names: list }, proof);
    const session = seen.sessions.find((one) => one.address === address && one.banner !== null);
    const banner = /^[^\s.]+(?:\.[^\s.]+)+/.exec(session?.banner ?? '')?.[0].toLowerCase();
    if (session !== undefined && banner !== undefined && !list.includes(banner))
      yield found('ptr.names-differ', { ...about, names: list, banner }, [...proof, `smtp:${session.n}`]);
  }
}
