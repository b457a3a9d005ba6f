import type packet from 'dns-packet';
import fc from 'fast-check';
import {
  a,
  blocked,
  cname,
  type FakeServers,
  garbage,
  mx,
  negative,
  referral,
  silence,
} from './fake-internet';

/** Few names and addresses, so that random servers refer to each other, to themselves, and in circles. */
const NAMES = ['test', 'a.test', 'b.test', 'ns.a.test', 'ns.b.test', 'x.ns.b.test', 'c.a.test', 'other'];
const ADDRESSES = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '2001:db8::1'];

const name = fc.constantFrom(...NAMES, '.');
const address = fc.constantFrom(...ADDRESSES);

const record: fc.Arbitrary<packet.Answer> = fc.oneof(
  fc.tuple(name, address).map(([owner, data]) => a(owner, data)),
  fc.tuple(name, name).map(([owner, data]) => cname(owner, data)),
  fc.tuple(name, fc.nat(3), name).map(([owner, preference, exchange]) => mx(owner, preference, exchange)),
  fc.tuple(name, name).map(([owner, data]): packet.Answer => ({ type: 'NS', name: owner, ttl: 60, data })),
);
const records = fc.array(record, { maxLength: 4 });

const reply = fc.oneof(
  fc.constantFrom(silence, blocked, garbage, negative('nxdomain', 'test'), negative('nodata', 'a.test')),
  fc
    .tuple(
      name,
      fc.dictionary(fc.constantFrom(...NAMES), fc.array(address, { maxLength: 2 }), { maxKeys: 3 }),
    )
    .map(([zone, servers]) => referral(zone, servers)),
  fc.record({
    kind: fc.constant('message' as const),
    aa: fc.boolean(),
    tc: fc.boolean(),
    rcode: fc.nat(6),
    answers: records,
    authorities: records,
    additionals: records,
  }),
  fc.uint8Array({ maxLength: 80 }).map((bytes) => ({ kind: 'bytes' as const, bytes })),
);

/** Name servers that say anything at all to anything they are asked. */
export const randomServers: fc.Arbitrary<FakeServers> = fc
  .array(fc.tuple(address, fc.constantFrom('*', ...NAMES.map((owner) => `${owner} *`)), reply), {
    maxLength: 24,
  })
  .map((rules) => {
    const servers: FakeServers = {};
    for (const [at, key, said] of rules) (servers[at] ??= {})[key] = said;
    return servers;
  });
