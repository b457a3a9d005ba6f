import type { Finding, Severity, Verdict } from '@/lib/report/finding';
import type { Note } from '@/lib/report/note';
import { describe, type Rule } from './found';
import { aliasBesideOthers } from './zone/alias-beside';
import { controls } from './control/controls';
import { altered } from './smtp/altered';
import { certificates } from './tls/certificate';
import { domainRoute } from './domain/route';
import { delegation } from './ns/delegation';
import { dnssecChain } from './dnssec/chain';
import { exchanges } from './mx/exchanges';
import { heloOnly } from './smtp/helo-only';
import { comparedHosts } from './hosts/compared';
import { identity } from './vantage/identity';
import { limits } from './check/limits';
import { mxSet } from './mx/set';
import { nameServers } from './dns/name-servers';
import { bareLineFeeds } from './smtp/odd';
import { outOfStep } from './smtp/out-of-step';
import { ownDns } from './vantage/own-dns';
import { parents } from './ns/parents';
import { resolvers } from './resolver/resolvers';
import { reverseNames } from './ptr/reverse-names';
import { serverAnswers } from './ns/answering';
import { sessionOutcomes } from './smtp/sessions';
import { slowReplies } from './smtp/slow';
import { soaRecord } from './zone/soa';
import { aroundStarttls } from './tls/starttls';
import { subdomain } from './domain/subdomain';
import { encryption } from './tls/state';
import { interception, missingIpv6, nothingReachable } from './vantage/network';
import { zoneTimes } from './zone/times';
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
