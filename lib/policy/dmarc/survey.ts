import type { LookUp } from '../lookup';
import type { DmarcView } from '../view';
import { discoverDmarc } from './discover';
import { permissionName, reportPermission } from './external-reports';
import type { DmarcRecord } from './record';
import { organizationalDomain, walkTree } from './tree-walk';

/** Other domains that are asked whether they take reports. */
export const MAX_TARGETS = 4;

/** What the domain asks receivers to do with mail in its name, step by step, and whether its reports can be delivered. */
export async function surveyDmarc(domain: string, lookUp: LookUp): Promise<DmarcView> {
  const found = await discoverDmarc(domain, lookUp);
  const { record, state, policy, applied, tag, from, organizational, walk } = found;
  return {
    state,
    policy,
    applied,
    tag,
    from,
    record: record?.text ?? null,
    organizational,
    strict: [
      ...(record?.aspf === 's' ? (['spf'] as const) : []),
      ...(record?.adkim === 's' ? (['dkim'] as const) : []),
    ],
    rua: record?.rua.map(({ uri }) => uri) ?? [],
    ruf: record?.ruf.map(({ uri }) => uri) ?? [],
    faults: [...(record?.faults ?? [])],
    permissions:
      record === null || from === null ? [] : await permissionsOf(record, from, organizational, lookUp),
    walk: walk.map((step) => ({
      domain: step.domain,
      outcome: step.outcome,
      text: step.record?.text ?? null,
      others: [...step.others],
      evidence: [...step.evidence],
    })),
  };
}

/** RFC 9990 §4: only another organisation is asked. */
async function permissionsOf(
  { rua, ruf }: DmarcRecord,
  from: string,
  organizational: string,
  lookUp: LookUp,
): Promise<DmarcView['permissions']> {
  const domains = [...rua, ...ruf].map(({ address }) => address?.slice(address.lastIndexOf('@') + 1));
  const targets = [...new Set(domains)].flatMap((one) => (one === undefined || one === from ? [] : [one]));
  const permissions: DmarcView['permissions'] = [];
  for (const target of targets.slice(0, MAX_TARGETS)) {
    if (organizationalDomain(await walkTree(target, lookUp)) === organizational) continue;
    const { state, name, evidence } = await reportPermission(from, target, lookUp);
    permissions.push({ target, state, name, evidence: [...evidence] });
  }
  const left = targets.slice(MAX_TARGETS);
  return [...permissions, ...left.map((target) => notAsked(from, target))];
}

/** Beyond the number that is asked: nothing is known of it. */
function notAsked(from: string, target: string): DmarcView['permissions'][number] {
  return { target, state: 'not-asked', name: permissionName(from, target), evidence: [] };
}
