import { hasEdns } from '@/lib/dns/heard';
import { isWithin, printedName } from '@/lib/dns/name';
import type { ResourceRecord, TraceStep } from '@/lib/dns/trace';
import { type Chain, isBetween, type Link, signatureView, whyUnproven } from './chain';
import { readDenial } from './denial';
import type { DnssecAnswer, DnssecReason, DnssecState } from './evidence';
import type { Rrsig } from './records';
import { signaturesFor, verifySet } from './verify';

const WEAKEST_FIRST: readonly DnssecState[] = ['bogus', 'indeterminate', 'insecure', 'secure'];

/** The weakest state counts for the whole (RFC 4035 §5.5: one bogus part makes the answer unusable). */
export function weakest<T extends { state: DnssecState }>(parts: readonly T[]): T | undefined {
  return parts.toSorted((a, b) => WEAKEST_FIRST.indexOf(a.state) - WEAKEST_FIRST.indexOf(b.state))[0];
}

/** Is what one server answered proven? Every set of records in it, or the absence of them (RFC 4035 §5.3, §5.4). */
export async function authenticate(chain: Chain, step: TraceStep): Promise<DnssecAnswer> {
  const link = await chain.to(printedName(step.zone));
  if (link.state !== 'secure') return ending(step, link);
  // A lost datagram, or a server that knows no EDNS, is no forgery.
  if (!hasEdns(step)) return result(step, link, 'indeterminate', 'without-edns', null);
  const sets = setsOf(step);
  const parts =
    sets.length > 0
      ? await Promise.all(sets.map((set) => presence(chain, link, step, set)))
      : [await absence(chain, link, step)];
  return weakest(parts) ?? ending(step, link);
}

/** The sets of the answer that the question is about: aliases on the way, and the records at their end. */
function setsOf({ answer, question, zone }: TraceStep): ResourceRecord[][] {
  const wanted = answer.filter(
    ({ name, type }) =>
      [question.type, 'CNAME', 'DNAME'].includes(type) && isWithin(printedName(name), printedName(zone)),
  );
  const isSynthesised = ({ type, name }: ResourceRecord) =>
    type === 'CNAME' && wanted.some((other) => other.type === 'DNAME' && name.endsWith(`.${other.name}`));
  // An alias made from a DNAME carries no signature of its own: RFC 6672 §5.3.1.
  const signed = wanted.filter((record) => !isSynthesised(record));
  const keyOf = ({ name, type }: ResourceRecord) => `${name} ${type}`;
  return [...new Set(signed.map(keyOf))].map((key) => signed.filter((record) => keyOf(record) === key));
}

async function presence(
  chain: Chain,
  from: Link,
  step: TraceStep,
  set: readonly ResourceRecord[],
): Promise<DnssecAnswer> {
  const [first] = set;
  const owner = printedName(first?.name ?? step.question.name);
  const type = first?.type ?? step.question.type;
  const signer = signaturesFor({ name: owner, type }, step.answer)[0]?.signer;
  const known = signer !== undefined && isBetween(signer, from.zone, owner);
  const link = await chain.onward(from, known ? signer : owner);
  // Without a signature the way on was looked for in vain: no unsigned zone begins above the name.
  if (link.state === 'bogus' && !known) return result(step, from, 'bogus', 'missing-signature', null);
  if (link.state !== 'secure') return ending(step, link);
  const proof = verifySet(set, step.answer, link.verifier);
  if (!proof.proven) return result(step, link, 'bogus', proof.problem, proof.rrsig);
  const isAllowed =
    !proof.byWildcard || readDenial(step.authority, link.verifier).allowsWildcard(owner, proof.rrsig.labels);
  return isAllowed
    ? result(step, link, 'secure', null, proof.rrsig)
    : result(step, link, 'bogus', 'no-proof', proof.rrsig);
}

async function absence(chain: Chain, from: Link, step: TraceStep): Promise<DnssecAnswer> {
  const name = printedName(step.question.name);
  const [soa] = step.authority.filter(({ type }) => type === 'SOA').map((record) => printedName(record.name));
  const told = soa !== undefined && isBetween(soa, from.zone, name) ? await chain.onward(from, soa) : from;
  if (told.state !== 'secure') return ending(step, told);
  switch (readDenial(step.authority, told.verifier).absence(name, step.question.type)) {
    case 'no-name':
    case 'no-data':
      return result(step, told, 'secure', null, null);
    case 'opt-out':
    case 'delegation':
      return result(step, told, 'insecure', 'opt-out', null);
    case 'too-costly':
      return result(step, told, 'insecure', 'too-many-iterations', null);
    case null: {
      const below = await chain.onward(told, name);
      if (below.state === 'insecure' || below.state === 'indeterminate') return ending(step, below);
      return result(step, told, 'bogus', whyUnproven(step.authority, told.verifier), null);
    }
  }
}

/** The chain has ended above the answer: what is true of the last link is true of all below it. */
function ending(step: TraceStep, link: Link): DnssecAnswer {
  const { zone, state, reason, signature, evidence } = link;
  return { ...step.question, zone, state, reason, signature, evidence: [...evidence, step.n] };
}

function result(
  step: TraceStep,
  link: Link,
  state: DnssecState,
  reason: DnssecReason | null,
  rrsig: Rrsig | null,
): DnssecAnswer {
  const signature = rrsig && signatureView(rrsig);
  return { ...step.question, zone: link.zone, state, reason, signature, evidence: [step.n] };
}
