import { z } from 'zod';
import { outlinedPolicies } from '@/lib/report/outline';
import { POLICY_KINDS, type PolicyKind } from '@/lib/report/policy-kinds';
import { type PolicyState, policyStateOf } from '@/lib/report/policy-state';
import type { Report } from '@/lib/report/report';
import { escapeText } from '@/lib/smtp/escape';

type Policies = NonNullable<Report['policies']>;

/** What a policy asks for, or why it asks for nothing. Of DANE: whether it is published, for how it fits is told by findings. */
export const PolicyDemand = z.enum([
  ...(['absent', 'invalid', 'published'] as const),
  ...(['none', 'quarantine', 'reject', 'testing', 'enforce'] as const),
  ...(['+all', '?all', '~all', '-all'] as const),
  ...(['ignored', 'unusable'] as const), // of DANE: the zone is not signed; no record counts
]);
export type PolicyDemand = z.infer<typeof PolicyDemand>;

export const SeenPolicy = z.object({
  demand: PolicyDemand,
  text: z.string().describe('the record; of MTA-STS the mail servers that an enforced policy names'),
});
export type SeenPolicy = z.infer<typeof SeenPolicy>;

/** By kind, of those that were seen. */
export type WatchedPolicies = Partial<Record<PolicyKind, SeenPolicy>>;

/** Characters of a record that are compared; few have more than 500. */
const MAX_TEXT = 2_000;

/** What a check has seen of policies. A temporary failure has seen nothing, and what was left out because of a limit of ours might be there. */
export function watchedPolicies({ policies, limits }: Pick<Report, 'policies' | 'limits'>): WatchedPolicies {
  if (policies === null || limits.some(({ limit }) => limit === 'policy-queries')) return {};
  const outlined = outlinedPolicies(policies);
  const seen: WatchedPolicies = {};
  for (const kind of POLICY_KINDS) {
    const demand = demandOf(policyStateOf(outlined, kind), kind === 'spf' ? policies.spf.all : null);
    const text = escapeText((TEXT_OF[kind](policies) ?? '').slice(0, MAX_TEXT));
    if (demand !== null) seen[kind] = { demand, text };
  }
  return seen;
}

/** `all`: of SPF, what is said of everybody else. Null: it was not seen. */
function demandOf(state: PolicyState | null, all: Policies['spf']['all']): PolicyDemand | null {
  switch (state) {
    case null:
      return 'absent';
    // That a policy of MTA-STS is not to be had is a finding: senders go on by the one that they have (RFC 8461 §3.3).
    case 'error':
    case 'temperror':
    case 'unknown':
      return null;
    case 'permerror':
      return 'invalid';
    case 'ok':
    case 'mismatch':
    case 'partly':
      return all === null ? 'published' : `${all}all`;
    default:
      return state;
  }
}

const TEXT_OF: Readonly<Record<PolicyKind, (policies: Policies) => string | null>> = {
  // Records follow the certificates, which are renewed.
  dane: () => null,
  mtaSts: ({ mtaSts }) => (mtaSts.state === 'enforce' ? [...mtaSts.mx].sort().join(', ') : null),
  tlsRpt: ({ tlsRpt }) => tlsRpt.record,
  spf: ({ spf }) => spf.records[0]?.text ?? null,
  dmarc: ({ dmarc }) => dmarc.record,
  bimi: ({ bimi }) => bimi.record,
};

/** What protects a domain, the weaker first; nothing else does. */
const PROTECTS: Readonly<Record<PolicyKind, readonly PolicyDemand[]>> = {
  dane: ['published'],
  mtaSts: ['testing', 'enforce'],
  tlsRpt: ['published'],
  spf: ['?all', '~all', '-all'],
  dmarc: ['none', 'quarantine', 'reject'],
  bimi: ['published'],
};

/** Whether a policy protects more than before. */
export function isStronger(kind: PolicyKind, before: SeenPolicy, after: SeenPolicy): boolean {
  const [was, is] = [before, after].map(({ demand }) => PROTECTS[kind].indexOf(demand));
  return (is ?? 0) > (was ?? 0);
}

/** Whether it asks for the same in the same words. */
export function isSamePolicy(one: SeenPolicy, other: SeenPolicy): boolean {
  return one.demand === other.demand && one.text === other.text;
}
