import type { Outline, OutlinedSession } from '@/lib/report/outline';
import { POLICY_KINDS, type PolicyKind } from '@/lib/report/policy-kinds';
import { type PolicyState, policyStateOf, wasPolicySeen } from '@/lib/report/policy-state';

type TlsState = NonNullable<OutlinedSession['tls']>;

/** Something that was otherwise at the check before. */
export type OutlineChange =
  | { what: 'exchanges' | 'ns'; gone: string[]; come: string[] }
  | { what: 'addresses'; exchange: string; gone: string[]; come: string[] }
  | { what: 'ttl'; exchange: string; before: number; after: number }
  | { what: 'serial'; before: number; after: number }
  /** Of its addresses, each once. */
  | { what: 'address-ttl'; exchange: string; before: number[]; after: number[] }
  | { what: 'tls'; exchange: string; before: TlsState; after: TlsState }
  | { what: 'certificate'; exchange: string; validTo: string }
  /** States; null: not published. */
  | {
      what: 'policy';
      policy: PolicyKind;
      before: PolicyState | null;
      after: PolicyState | null;
    }
  /** It stands as it did, and says something else. */
  | { what: 'record'; policy: PolicyKind }
  /** Codes of replies, or how sessions ended without one. */
  | { what: 'came'; exchange: string; before: string; after: string };

/** A check of a list, as far as it is compared with others of it. */
interface Listed {
  /** Its recipient and its depth: only checks that ask for the same are answered the same. */
  asked: string;
  /** Null: it is not known yet, or nothing was seen. */
  outline: Outline | null;
}

/** Of each check of a domain, newest first: what is otherwise than at the one before, as far as both have seen it. */
export function historyChanges(checks: readonly Listed[]): OutlineChange[][] {
  return checks.map(({ asked, outline }, n) => {
    if (outline === null) return [];
    const older = checks.slice(n + 1).filter((one) => one.outline !== null);
    const before = older[0]?.outline ?? null;
    const former = older.find((one) => one.asked === asked)?.outline ?? null;
    return [
      ...(before === null ? [] : domainChanges(before, outline)),
      ...(former === null ? [] : replyChanges(former, outline)),
    ];
  });
}

/** What does not depend on whom a check asks for. */
function domainChanges(before: Outline, after: Outline): OutlineChange[] {
  return [
    ...routeChanges(before.exchanges, after.exchanges),
    ...zoneChanges(before.zone, after.zone),
    ...pairs(before.sessions, after.sessions, isSameAddress).flatMap(([one, other]) =>
      tlsChanges(one, other),
    ),
    ...policyChanges(before.policies, after.policies),
  ].filter(isFirst);
}

function replyChanges(before: Outline, after: Outline): OutlineChange[] {
  return pairs(before.sessions, after.sessions, isSameAddress)
    .filter(([one, other]) => one.came !== other.came)
    .map(([one, other]) => ({
      what: 'came' as const,
      exchange: other.exchange,
      before: one.came,
      after: other.came,
    }))
    .filter(isFirst);
}

function routeChanges(before: Outline['exchanges'], after: Outline['exchanges']): OutlineChange[] {
  if (before === null || after === null) return [];
  const listed = (hosts: typeof before) => hosts.map(({ name, preference }) => `${preference} ${name}`);
  return [
    ...between(listed(before), listed(after)).map((lists) => ({ what: 'exchanges' as const, ...lists })),
    ...pairs(before, after, (one, other) => one.name === other.name).flatMap(([one, other]) => {
      const exchange = other.name;
      const ttls = { before: one.ttl ?? 0, after: other.ttl ?? 0 };
      const isOtherTtl = one.ttl !== null && other.ttl !== null && one.ttl !== other.ttl;
      const addresses = between(one.addresses, other.addresses);
      return [
        ...addresses.map((lists) => ({ what: 'addresses' as const, exchange, ...lists })),
        ...(isOtherTtl ? [{ what: 'ttl' as const, exchange, ...ttls }] : []),
        // Those of other addresses are no change.
        ...(addresses.length === 0 ? addressTtlChanges(one, other) : []),
      ];
    }),
  ];
}

type Exchange = NonNullable<Outline['exchanges']>[number];

function addressTtlChanges({ addressTtls: before }: Exchange, after: Exchange): OutlineChange[] {
  const isKnown = before.length > 0 && after.addressTtls.length > 0;
  return isKnown && between(before.map(String), after.addressTtls.map(String)).length > 0
    ? [{ what: 'address-ttl', exchange: after.name, before, after: after.addressTtls }]
    : [];
}

function zoneChanges(before: Outline['zone'], after: Outline['zone']): OutlineChange[] {
  if (before === null || after === null) return [];
  const [old, now] = [before.serial, after.serial];
  return [
    ...between(before.ns, after.ns).map((lists) => ({ what: 'ns' as const, ...lists })),
    ...(old === null || now === null || old === now
      ? []
      : [{ what: 'serial' as const, before: old, after: now }]),
  ];
}

function tlsChanges(before: OutlinedSession, after: OutlinedSession): OutlineChange[] {
  const { exchange } = after;
  const changes: OutlineChange[] = [];
  if (before.tls !== null && after.tls !== null && before.tls !== after.tls)
    changes.push({ what: 'tls', exchange, before: before.tls, after: after.tls });
  const [old, now] = [before.certificate, after.certificate];
  if (old !== null && now !== null && old.sha256 !== now.sha256)
    changes.push({ what: 'certificate', exchange, validTo: now.validTo });
  return changes;
}

function policyChanges(before: Outline['policies'], after: Outline['policies']): OutlineChange[] {
  if (before === null || after === null) return [];
  return POLICY_KINDS.flatMap((policy): OutlineChange[] => {
    const states = { before: policyStateOf(before, policy), after: policyStateOf(after, policy) };
    if (!wasPolicySeen(states.before) || !wasPolicySeen(states.after)) return [];
    if (states.before !== states.after) return [{ what: 'policy', policy, ...states }];
    const [old, now] = [before.read?.[policy], after.read?.[policy]];
    return old === undefined || now === undefined || old === now ? [] : [{ what: 'record', policy }];
  });
}

function isSameAddress(one: OutlinedSession, other: OutlinedSession): boolean {
  return one.exchange === other.exchange && one.address === other.address;
}

/** What is in both lists, side by side. */
function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T, other: T) => boolean,
): [T, T][] {
  return after.flatMap((other) => {
    const one = before.find((candidate) => isSame(candidate, other));
    return one === undefined ? [] : [[one, other] as [T, T]];
  });
}

/** What only one of two lists has; nothing when both have the same, in whatever order. */
function between(before: readonly string[], after: readonly string[]): { gone: string[]; come: string[] }[] {
  const gone = before.filter((name) => !after.includes(name));
  const come = after.filter((name) => !before.includes(name));
  return gone.length + come.length === 0 ? [] : [{ gone, come }];
}

/** The addresses of one exchange mostly change together. */
function isFirst(change: OutlineChange, n: number, all: readonly OutlineChange[]): boolean {
  return all.findIndex((one) => JSON.stringify(one) === JSON.stringify(change)) === n;
}
