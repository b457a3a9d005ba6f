import type { OutlinedPolicies } from './outline';
import type { PolicyKind } from './policy-kinds';

/** How a policy stands; not published is no state. */
export type PolicyState =
  | NonNullable<OutlinedPolicies[Exclude<PolicyKind, 'mtaSts'>]>
  | NonNullable<OutlinedPolicies['mtaSts']>['state'];

/** Null: not published. */
export function policyStateOf(policies: OutlinedPolicies, kind: PolicyKind): PolicyState | null {
  return (kind === 'mtaSts' ? policies.mtaSts?.state : policies[kind]) ?? null;
}

/** An answer that did not come says nothing of what is published. */
export function wasPolicySeen(state: PolicyState | null): boolean {
  return state !== 'temperror' && state !== 'unknown';
}
