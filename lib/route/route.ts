import { z } from 'zod';

/** How the addresses of one exchange came out. */
const AddressState = z.enum(['found', 'none', 'nxdomain', 'failed', 'not-asked']);
type AddressState = z.infer<typeof AddressState>;

/** What is odd about one exchange; each is judged by a rule of its own. */
export const HostFlag = z.enum([
  'alias',
  'address-literal',
  'no-address',
  'address-unresolved',
  'alias-loop',
  'private-address',
]);
export type HostFlag = z.infer<typeof HostFlag>;

export const RouteAddress = z.object({
  address: z.string(),
  family: z.enum(['ipv4', 'ipv6']),
  ttl: z.int().nullable(),
  blocked: z.boolean().describe('special-purpose address that this instance may not contact'),
});
export type RouteAddress = z.infer<typeof RouteAddress>;

/** One border MTA: an exchange of the MX set, or the domain itself for an implicit MX or a literal. */
export const RouteHost = z.object({
  exchange: z.string(),
  preference: z.int(),
  ttl: z.int().nullable(),
  isAlias: z.boolean(),
  aliasChain: z
    .array(z.string())
    .describe('names the exchange is an alias for, in order; empty when it is none'),
  state: AddressState,
  flags: z.array(HostFlag),
  addresses: z.array(RouteAddress),
  evidence: z.array(z.int()).describe('numbers of the trace steps that gave the addresses'),
});
export type RouteHost = z.infer<typeof RouteHost>;

/**
 * Where mail for the domain goes (RFC 5321 §5.1). `null`: RFC 7505. `none`: neither MX nor address.
 * `unresolved`: DNS failed for now, so nobody can tell.
 */
export const Route = z.object({
  kind: z.enum(['mx', 'implicit', 'null', 'none', 'literal', 'unresolved']),
  domainExists: z.boolean().nullable().describe('false after NXDOMAIN; null when DNS failed'),
  failure: z
    .enum(['alias-loop', 'alias-chain-too-long', 'referral-limit', 'no-server-address', 'own-choice'])
    .nullable()
    .describe('why it is unresolved, when it is not the answers of the servers'),
  alias: z.array(z.string()).describe('names the domain itself is an alias for, in order'),
  hosts: z.array(RouteHost).describe('in the order a sender tries them'),
  evidence: z.array(z.int()).describe('numbers of the trace steps that decided the kind'),
});
export type Route = z.infer<typeof Route>;

/** Where mail goes by the answers of name servers that say something else than the one that the route comes from. */
export const OtherRoute = z.object({
  servers: z.array(z.string()).describe('"ns2.example.org [192.0.2.53]"'),
  route: Route,
});
export type OtherRoute = z.infer<typeof OtherRoute>;
