import type { LookUp } from '../lookup';
import type { DmarcView } from '../view';
import { discoverDmarc } from './discover';
import { reportPermission } from './external-reports';
import type { DmarcRecord } from './record';
import { organizationalDomain, walkTree } from './tree-walk';

/** Other domains that are asked whether they take reports. */
const MAX_TARGETS = 4;

/** What the domain asks receivers to do with mail in its name, step by step, and whether its reports can be delivered. */
export async function surveyDmarc(domain: string, lookUp: LookUp): Promise<DmarcView> {
  const found = await discoverDmarc(domain, lookUp);
  const { record, state, policy, applied, tag, from, organizational, walk } = found;
  const targets = record === null || from === null ? [] : targetsOf(record, from);
  const unasked = targets.slice(MAX_TARGETS);
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
      from === null ? [] : await permissionsOf(targets.slice(0, MAX_TARGETS), from, organizational, lookUp),
    ...(unasked.length > 0 && { unasked }),
    walk: walk.map((step) => ({
      domain: step.domain,
      outcome: step.outcome,
      text: step.record?.text ?? null,
      others: [...step.others],
      evidence: [...step.evidence],
    })),
  };
}

/** Other domains that reports are to go to. */
function targetsOf({ rua, ruf }: DmarcRecord, from: string): string[] {
  const domains = [...rua, ...ruf].flatMap(({ address }) =>
    address === null ? [] : [address.slice(address.lastIndexOf('@') + 1)],
  );
  return [...new Set(domains)].filter((one) => one !== from);
}

/** RFC 9990 §4: only another organisation is asked. */
async function permissionsOf(
  targets: readonly string[],
  from: string,
  organizational: string,
  lookUp: LookUp,
): Promise<DmarcView['permissions']> {
  const permissions: DmarcView['permissions'] = [];
  for (const target of targets) {
    if (organizationalDomain(await walkTree(target, lookUp)) === organizational) continue;
    const { state, name, evidence } = await reportPermission(from, target, lookUp);
    permissions.push({ target, state, name, evidence: [...evidence] });
  }
  return permissions;
}
