import type { Reference } from '@/lib/report/reference';
import { catalogue, type FindingCode } from './catalogue';
import { recordLine } from './fix-record';
import { type Args, type Entry, WHO_ACTS } from './define';
import type { Finding, Severity } from '@/lib/report/finding';
import type { Evidence } from '@/lib/report/evidence';
import { AS_SHIPPED, type Severities } from './severities';

export type ArgsOf<C extends FindingCode> = (typeof catalogue)[C] extends Entry<infer A> ? A : never;

/** What a rule says: a code, its arguments, and what proves it. No words, no severity. */
export interface Claim {
  code: FindingCode;
  args: Args;
  evidence: Reference[];
  /** Sessions whose end it tells: it leads the verdict when one of them decides. */
  endOf?: readonly number[];
  /** Resolvers that validate get no answer because of it. */
  breaksChain?: boolean;
}

/** The same finding as the one that tells how these sessions ended. */
export function endOf(sessions: readonly { n: number }[], claim: Claim): Claim {
  return { ...claim, endOf: sessions.map(({ n }) => n) };
}

/** The only way to make a finding: the arguments are those that the catalogue asks for. */
export function found<C extends FindingCode>(code: C, args: ArgsOf<C>, evidence: Reference[]): Claim {
  return { code, args, evidence };
}

/** A rule: evidence in, findings out. */
export type Rule = (seen: Evidence) => Iterable<Claim>;

/** A finding with its words from the catalogue, and its severity, unless that was chosen otherwise. */
export function describe({ code, args, evidence }: Claim, severities: Severities = AS_SHIPPED): Finding {
  const entry = entryOf(code);
  const side = typeof entry.side === 'function' ? entry.side(args) : entry.side;
  const whoActs = typeof entry.whoActs === 'function' ? entry.whoActs(args) : entry.whoActs;
  return {
    code,
    severity: severities[code] ?? shippedSeverity(entry, args),
    side,
    whoActs: whoActs ?? WHO_ACTS[side],
    layer: entry.layer,
    permanence: typeof entry.permanence === 'function' ? entry.permanence(args) : entry.permanence,
    args,
    title: entry.title(args),
    why: entry.why(args),
    ...fixOf(entry, args),
    refs: entry.refs,
    evidence,
  };
}

/** What to do, with the lines of the records that are to be published. */
function fixOf(entry: Entry<Args>, args: Args): Pick<Finding, 'fix' | 'records'> {
  const records = entry.records?.(args) ?? [];
  if (records.length === 0) return { fix: entry.fix(args) };
  return { fix: [entry.fix(args), ...records.map(recordLine)].join('\n'), records };
}

/** The severity that the catalogue gives. */
export function shippedSeverity({ severity }: Entry<Args>, args: Args): Severity {
  return typeof severity === 'function' ? severity(args) : severity;
}

/** Arguments made by `found` fit the entry of the same code: that is what its type says. */
export function entryOf(code: FindingCode): Entry<Args> {
  return catalogue[code] as unknown as Entry<Args>;
}
