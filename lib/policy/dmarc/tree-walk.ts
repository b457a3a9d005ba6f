import type { LookUp } from '../lookup';
import { textOfTxt } from '../txt';
import { type DmarcRecord, isDmarc, parseDmarc } from './record';

/** RFC 9989 §4.10: a name with more labels than this is cut to that many for its second question, so that there are eight. */
const MAX_LABELS = 7;

/** One name that was asked for a record, in order. */
export interface TreeStep {
  /** Without `_dmarc`. */
  domain: string;
  outcome: 'record' | 'none' | 'several' | 'failed';
  record: DmarcRecord | null;
  /** TXT records that are none, and DMARC records that are all discarded because there are several (§4.10 step 2). */
  others: readonly string[];
  evidence: readonly number[];
}

/** The tree walk for one domain (RFC 9989 §4.10): every name asked, from the domain itself up. */
export async function walkTree(domain: string, lookUp: LookUp): Promise<TreeStep[]> {
  const steps: TreeStep[] = [];
  for (const name of namesOf(domain)) {
    const step = await askAt(name, lookUp);
    steps.push(step);
    if (step.record !== null && (step.record.psd === 'n' || (step.record.psd === 'y' && steps.length > 1)))
      break;
  }
  return steps;
}

/** The names of a walk: the domain, then its last seven labels or what is one label shorter, and so on up. */
export function namesOf(domain: string): string[] {
  const labels = domain.toLowerCase().split('.');
  const above = labels.slice(Math.max(1, labels.length - MAX_LABELS));
  return [labels.join('.'), ...above.map((_, n) => above.slice(n).join('.'))];
}

async function askAt(domain: string, lookUp: LookUp): Promise<TreeStep> {
  const { kind, data, evidence } = await lookUp(`_dmarc.${domain}`, 'TXT');
  const step = { domain, record: null, others: [], evidence };
  if (kind === 'failed') return { ...step, outcome: 'failed' };
  const texts = data.map(textOfTxt);
  const [text, ...more] = texts.filter(isDmarc);
  if (text === undefined) return { ...step, outcome: 'none', others: texts };
  if (more.length > 0) return { ...step, outcome: 'several', others: texts };
  const others = texts.filter((other) => !isDmarc(other));
  return { ...step, outcome: 'record', record: parseDmarc(text), others };
}

/** RFC 9989 §4.10.2: the domain of the organisation that the walk began in. */
export function organizationalDomain(steps: readonly TreeStep[]): string {
  const [start, ...above] = steps;
  const found = steps.filter(({ record }) => record !== null);
  const own = found.find(({ record }) => record?.psd === 'n');
  if (own !== undefined) return own.domain;
  const suffix = above.find(({ record }) => record?.psd === 'y');
  if (suffix !== undefined) return oneLabelBelow(suffix.domain, start?.domain ?? '');
  return found.at(-1)?.domain ?? start?.domain ?? '';
}

function oneLabelBelow(suffix: string, domain: string): string {
  return domain
    .split('.')
    .slice(-(suffix.split('.').length + 1))
    .join('.');
}
