import packet, { type Answer } from 'dns-packet';
import type { DnsHeard } from '@/lib/dns/transport';
import type { World } from '@/lib/check/world';

/** Before the address of a practice server: where a machine without IPv4 finds it. */
const PREFIX = '2a01:4f8::';

/** The IPv6 address of a practice server, which has none; only `onlyIpv6` knows it. */
export function overIpv6(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return `${PREFIX}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

/** The practice server that has this IPv6 address; the address itself where none has. */
function behind(address: string): string {
  const [, high, low] = /^2a01:4f8::([0-9a-f]+):([0-9a-f]+)$/.exec(address) ?? [];
  if (high === undefined || low === undefined) return address;
  const [ab, cd] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [ab >> 8, ab & 255, cd >> 8, cd & 255].join('.');
}

/** The same world for a machine without IPv4. Its root and registries have IPv6; who else has it, scenarios say. */
export function onlyIpv6(world: World): World {
  return {
    ...world,
    roots: world.roots.flatMap((root) => [root, { ...root, address: overIpv6(root.address) }]),
    async dns(query, signal) {
      if (!query.address.includes(':')) return { kind: 'unreachable', detail: 'ENETUNREACH', ms: 0 };
      return withGlue(await world.dns({ ...query, address: behind(query.address) }, signal));
    },
  };
}

/** A referral to a registry, with its addresses over IPv6. */
function withGlue(heard: DnsHeard): DnsHeard {
  if (heard.kind !== 'reply') return heard;
  const message = packet.decode(Buffer.from(heard.message));
  const { answers = [], authorities = [], additionals = [] } = message;
  const isToRegistry = authorities.some(({ type, name }) => type === 'NS' && !name.includes('.'));
  if (answers.length > 0 || !isToRegistry) return heard;
  const added = additionals.flatMap((one): Answer[] =>
    one.type === 'A' ? [one, { ...one, type: 'AAAA', data: overIpv6(one.data) }] : [one],
  );
  return { ...heard, message: packet.encode({ ...message, additionals: added }) };
}
