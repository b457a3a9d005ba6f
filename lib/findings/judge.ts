import type { Finding, Severity, Verdict } from '@/lib/report/finding';
import type { Note } from '@/lib/report/note';
import { describe, type Rule } from './found';
import { aliasBesideOthers } from './rules/alias-beside';
import { controls } from './rules/controls';
import { altered } from './rules/altered';
import { certificates } from './rules/certificate';
import { domainRoute } from './rules/domain';
import { delegation } from './rules/delegation';
import { dnssecChain } from './rules/dnssec';
import { exchanges } from './rules/exchanges';
import { heloOnly } from './rules/greeting';
import { comparedHosts } from './rules/hosts';
import { identity } from './rules/identity';
import { limits } from './rules/limits';
import { mxSet } from './rules/mx-set';
import { nameServers } from './rules/name-servers';
import { bareLineFeeds } from './rules/odd';
import { outOfStep } from './rules/out-of-step';
import { ownDns } from './rules/own-side';
import { parents } from './rules/parents';
import { resolvers } from './rules/resolver';
import { reverseNames } from './rules/reverse';
import { serverAnswers } from './rules/server-answers';
import { sessionOutcomes } from './rules/sessions';
import { slowReplies } from './rules/slow';
import { soaRecord } from './rules/soa';
import { aroundStarttls } from './rules/starttls';
import { subdomain } from './rules/subdomain';
import { encryption } from './rules/tls';
import { interception, missingIpv6, nothingReachable } from './rules/vantage';
import { zoneTimes } from './rules/zone-times';
import type { Evidence } from '@/lib/report/evidence';
import { refusalNotes } from './notes';
import { verdictOf } from './verdict';

/** Every rule. A new finding is one rule here, one entry in the catalogue and one scenario. */
const RULES: readonly Rule[] = [
  interception,
  nothingReachable,
  domainRoute,
  exchanges,
  sessionOutcomes,
  comparedHosts,
  encryption,
  altered,
  certificates,
  aroundStarttls,
  outOfStep,
  bareLineFeeds,
  slowReplies,
  heloOnly,
  controls,
  nameServers,
  mxSet,
  subdomain,
  delegation,
  parents,
  serverAnswers,
  soaRecord,
  zoneTimes,
  aliasBesideOthers,
  dnssecChain,
  reverseNames,
  resolvers,
  missingIpv6,
  ownDns,
  identity,
  limits,
];

const ORDER: readonly Severity[] = ['error', 'warning', 'unknown', 'notice', 'info', 'ok'];

/** What is concluded from evidence: all that a `judged` event says. */
interface Judgement {
  /** In order of consequence. */
  findings: Finding[];
  /** Null while the check runs and nothing decides yet. */
  verdict: Verdict | null;
  /** Beside the transcripts. */
  notes: Note[];
}

/** Pure: the same evidence and rules version give the same answer. */
export function judge(seen: Evidence): Judgement {
  const founds = RULES.flatMap((rule) => [...rule(seen)]);
  const findings = founds.map(describe).sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return { findings, verdict: verdictOf(seen, founds), notes: refusalNotes(seen) };
}
