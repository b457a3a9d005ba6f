import type { PolicyKind } from '@/lib/report/policy-kinds';
import type { Change } from '@/lib/watch/change';
import type { PolicyDemand } from '@/lib/watch/watched-policies';

type PolicyChange = Extract<Change, { what: 'policy' }>;

export const POLICY_NAME: Readonly<Record<PolicyKind, string>> = {
  dane: 'DANE',
  mtaSts: 'MTA-STS',
  tlsRpt: 'TLS-RPT',
  spf: 'SPF',
  dmarc: 'DMARC',
  bimi: 'BIMI',
};

/** Characters of a record that an alert quotes. */
const MAX_QUOTED = 500;

/** A change of a policy, after the name of what is watched. */
export function policyShortly({ kind, before, after }: PolicyChange): string {
  if (before.demand !== after.demand)
    return `${POLICY_NAME[kind]} ${demandWords(kind, after.demand)} (was: ${demandWords(kind, before.demand)})`;
  return kind === 'mtaSts' ? 'MTA-STS names other mail servers' : `another ${POLICY_NAME[kind]} record`;
}

/** What it rests on, one paragraph a line. */
export function policyLines({ kind, before, after }: PolicyChange): string[] {
  const name = POLICY_NAME[kind];
  const demands =
    before.demand === after.demand
      ? []
      : [`${name}: ${demandWords(kind, after.demand)}. Before: ${demandWords(kind, before.demand)}.`];
  if (before.text === after.text) return demands;
  const what = kind === 'mtaSts' ? `Mail servers that ${name} names` : `${name} record`;
  return [
    ...demands,
    ...(after.text === '' ? [] : [`${what}: ${quoted(after.text)}`]),
    ...(before.text === '' ? [] : [`${what}, before: ${quoted(before.text)}`]),
  ];
}

/** The check has it whole. */
function quoted(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}

const DEMAND_WORD: Readonly<Partial<Record<PolicyDemand, string>>> = {
  absent: 'not published',
  invalid: 'not valid',
  ignored: 'ignored, for the zone is not signed',
  unusable: 'of no effect',
};

function demandWords(kind: PolicyKind, demand: PolicyDemand): string {
  const word = DEMAND_WORD[demand];
  if (word !== undefined) return word;
  if (kind === 'dmarc') return `p=${demand}`;
  return kind === 'mtaSts' ? `mode ${demand}` : demand;
}
