import type { Report } from '@/lib/report/report';
import { type Aspect, AspectName, SectionName } from './aspect';
import type { ComparedAspect, ComparedSection } from './comparison';
import { differInTime } from './jitter';
import { askedAspects } from './sections/asked';
import { dnssecAspects } from './sections/dnssec';
import { findingAspects } from './sections/findings';
import { policyAspects } from './sections/policies';
import { routeAspects } from './sections/route';
import { sessionAspects } from './sections/sessions';
import { verdictAspects } from './sections/verdict';
import { zoneAspects } from './sections/zone';

/** What is compared in each section, and whether a check has looked at all of it: only then what is not there is gone. */
const SECTIONS: Readonly<
  Record<SectionName, { aspectsOf: (report: Report) => Aspect[]; isWhole: (report: Report) => boolean }>
> = {
  verdict: { aspectsOf: verdictAspects, isWhole: ({ verdict }) => verdict !== null },
  asked: { aspectsOf: askedAspects, isWhole: () => true },
  findings: { aspectsOf: findingAspects, isWhole: ({ status }) => status === 'done' },
  route: { aspectsOf: routeAspects, isWhole: isRouted },
  zone: { aspectsOf: zoneAspects, isWhole: ({ zone }) => zone !== null },
  dnssec: { aspectsOf: dnssecAspects, isWhole: ({ dnssec }) => dnssec !== null },
  sessions: {
    aspectsOf: sessionAspects,
    isWhole: (report) =>
      report.status === 'done' &&
      isRouted(report) &&
      !report.limits.some(({ limit }) => NARROWS_SESSIONS.includes(limit)),
  },
  policies: { aspectsOf: policyAspects, isWhole: ({ policies }) => policies !== null },
};

const NARROWS_SESSIONS: readonly string[] = ['exchanges', 'addresses', 'sessions', 'deadline'];

function isRouted({ route }: Report): boolean {
  return route !== null && route.kind !== 'unresolved';
}

/** What is told where it is in one of both only; of anything else a check without it has just not come so far. */
const MAY_BE_GONE: ReadonlySet<AspectName> = new Set([
  'findings.finding',
  'route.preference',
  'dnssec.link',
  'session.outcome',
]);

/**
 * Two checks by section, in the order in which they are told. Pure and without a direction: with the checks in the other order it
 * is the same with `a` and `b` exchanged. Both have to be judged by the same rules, or what these find is told as a difference.
 */
export function compareReports(a: Report, b: Report): ComparedSection[] {
  return SectionName.options.map((section) => compareSection(section, a, b));
}

function compareSection(section: SectionName, a: Report, b: Report): ComparedSection {
  const { aspectsOf, isWhole } = SECTIONS[section];
  return compareAspects(section, aspectsOf(a), aspectsOf(b), {
    a: isWhole(a),
    b: isWhole(b),
  });
}

/** What two have of one section. `isWhole`: whether each has looked at all of it, so that what is not there is gone; of a notice nobody knows. */
export function compareAspects(
  section: SectionName,
  inA: readonly Aspect[],
  inB: readonly Aspect[],
  isWhole = { a: false, b: false },
): ComparedSection {
  const pairs = inOrder(pairsOf(inA, inB), inA, inB);
  const [subjectsA, subjectsB] = [subjectsOf(inA), subjectsOf(inB)];
  const isGone = ({ what }: Aspect, other: 'a' | 'b') => MAY_BE_GONE.has(what) && isWhole[other];
  const compared: ComparedSection = { section, different: [], oneSided: [], alike: [] };
  const told = new Set<string>();
  for (const pair of pairs) {
    const row = rowOf(pair);
    if (pair.a !== null && pair.b !== null) {
      (areAlike(pair.a, pair.b) ? compared.alike : compared.different).push(row);
      continue;
    }
    // Of what one of both has not at all, the first line says it.
    const isMissing = !(subjectsA.has(row.of) && subjectsB.has(row.of)) && row.what !== 'findings.finding';
    if (isMissing && told.has(row.of)) continue;
    told.add(row.of);
    const gone = pair.a === null ? isGone(pair.b, 'a') : isGone(pair.a, 'b');
    (gone ? compared.different : compared.oneSided).push(row);
  }
  return compared;
}

type Pair = { a: Aspect; b: Aspect | null } | { a: null; b: Aspect };

/** Each aspect of one check with that of the other: with one that is alike where there is one, else with the next of its name. */
function pairsOf(inA: readonly Aspect[], inB: readonly Aspect[]): Pair[] {
  const [byKeyA, byKeyB] = [byKey(inA), byKey(inB)];
  return [...new Set([...byKeyA.keys(), ...byKeyB.keys()])].flatMap((key) => {
    const restB = [...(byKeyB.get(key) ?? [])];
    const restA: Aspect[] = [];
    const pairs: Pair[] = [];
    for (const a of byKeyA.get(key) ?? []) {
      const at = restB.findIndex((b) => areAlike(a, b));
      const [b] = at < 0 ? [] : restB.splice(at, 1);
      if (b === undefined) restA.push(a);
      else pairs.push({ a, b });
    }
    const others = restA.map((a, n): Pair => ({ a, b: restB[n] ?? null }));
    return [...pairs, ...others, ...restB.slice(restA.length).map((b): Pair => ({ a: null, b }))];
  });
}

function byKey(aspects: readonly Aspect[]): Map<string, Aspect[]> {
  const groups = new Map<string, Aspect[]>();
  for (const aspect of aspects) {
    const key = JSON.stringify([aspect.what, aspect.of]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [aspect]);
    else group.push(aspect);
  }
  return groups;
}

function areAlike(a: Aspect, b: Aspect): boolean {
  return a.ms !== undefined && b.ms !== undefined ? !differInTime(a.ms, b.ms) : a.likeness === b.likeness;
}

function rowOf({ a, b }: Pair): ComparedAspect {
  const { what, of } = a ?? b;
  return { what, of, a: a && [...a.values], b: b && [...b.values] };
}

function subjectsOf(aspects: readonly Aspect[]): Set<string> {
  return new Set(aspects.map(({ of }) => of));
}

/** By subject, in the order of whichever check has it first; of one subject in the order of `AspectName`. */
function inOrder(pairs: readonly Pair[], inA: readonly Aspect[], inB: readonly Aspect[]): Pair[] {
  const [placesA, placesB] = [placesOf(inA), placesOf(inB)];
  const place = (of: string) => Math.min(placesA.get(of) ?? Infinity, placesB.get(of) ?? Infinity);
  const keyOf = (pair: Pair) => {
    const { what, of } = pair.a ?? pair.b;
    const likeness = [pair.a?.likeness ?? '', pair.b?.likeness ?? ''].sort().join();
    return { of, place: place(of), aspect: ASPECT_PLACES.get(what) ?? 0, likeness };
  };
  return pairs
    .map((pair) => ({ pair, key: keyOf(pair) }))
    .sort(
      ({ key: one }, { key: other }) =>
        one.place - other.place ||
        compareTexts(one.of, other.of) ||
        one.aspect - other.aspect ||
        compareTexts(one.likeness, other.likeness),
    )
    .map(({ pair }) => pair);
}

const ASPECT_PLACES = new Map(AspectName.options.map((name, n) => [name, n]));

function placesOf(aspects: readonly Aspect[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [n, { of }] of aspects.entries()) if (!places.has(of)) places.set(of, n);
  return places;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
