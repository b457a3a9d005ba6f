import { z } from 'zod';
import { POLICY_KINDS } from '@/lib/report/policy-kinds';
import { type Aspect, aspectOf, settled, stepOf } from './aspect';
import type { Followed } from './followed';
import { beginningWith, followIssuers, KnownIssuers } from './issuers';
import { COMMON_PLACES, type Flaw, SeenFlaw, SeenVerdict, TlsState, type Watched } from './watched';
import { isSamePolicy, SeenPolicy } from './watched-policies';

const KnownFlaw = SeenFlaw.extend({ isThere: z.boolean() });
type KnownFlaw = z.infer<typeof KnownFlaw>;

const FlawsOfPlace = z.object({ rules: z.string(), codes: z.record(z.string(), aspectOf(KnownFlaw)) });
type FlawsOfPlace = z.infer<typeof FlawsOfPlace>;

/** What a watch of mail has made of its tries so far; null where none could see it yet. */
export const Knowledge = z.object({
  verdict: aspectOf(SeenVerdict).nullable(),
  servers: aspectOf(z.array(z.string())).nullable(),
  tls: z.record(z.string(), aspectOf(TlsState)),
  issuers: z.record(z.string(), KnownIssuers).default({}),
  policies: z.partialRecord(z.enum(POLICY_KINDS), aspectOf(SeenPolicy)).default({}),
  flaws: z.record(z.string(), FlawsOfPlace),
});
export type Knowledge = z.infer<typeof Knowledge>;

export const NOTHING_KNOWN: Knowledge = {
  verdict: null,
  servers: null,
  tls: {},
  issuers: {},
  policies: {},
  flaws: {},
};

/**
 * What follows from what a try has seen. Only what two tries have seen is told, but that mail is accepted at once. What a try could not see
 * stays as it was, and in doubt where it was in doubt. What is otherwise each time is not asked for soon each time.
 */
export function follow(knowledge: Knowledge, seen: Watched): Followed<Knowledge> {
  const told: Followed<Knowledge>['told'] = [];
  let again = false;
  const step = <T>(
    aspect: Aspect<T> | null | undefined,
    value: T,
    how: Parameters<typeof stepOf<T>>[2],
    tell: (before: T) => void,
  ): Aspect<T> => {
    if (!aspect) return { known: value, doubted: null };
    const { aspect: next, before, isDoubt } = stepOf(aspect, value, how);
    if (before !== null) tell(before);
    again ||= isDoubt;
    return next;
  };

  const verdict = seen.verdict
    ? step(knowledge.verdict, seen.verdict, VERDICT, (before) => {
        const { outcome: after, headline, lookFirst } = seen.verdict ?? before;
        told.push({ what: 'verdict', before: before.outcome, after, headline, lookFirst });
      })
    : knowledge.verdict;

  const { servers: names } = seen;
  const servers = names
    ? step(knowledge.servers, names, { isSame: isSameList }, (before) =>
        told.push({ what: 'servers', before, after: names }),
      )
    : knowledge.servers;

  // Exchanges that are none any more are forgotten.
  const isOf = ([place]: [string, unknown]): boolean =>
    names === null || COMMON_PLACES.includes(place) || names.includes(place);
  const tls = new Map(Object.entries(knowledge.tls).filter(isOf));
  for (const [exchange, state] of seen.tls)
    tls.set(
      exchange,
      step(tls.get(exchange), state, { isSame: (a, b) => a === b }, (before) =>
        told.push({ what: 'tls', exchange, before, after: state }),
      ),
    );

  const issuers = new Map(Object.entries(knowledge.issuers).filter(isOf));
  for (const [exchange, shown] of seen.issuers) {
    const known = issuers.get(exchange);
    if (known === undefined) {
      issuers.set(exchange, beginningWith(shown));
      continue;
    }
    const { issuers: next, come, isDoubt } = followIssuers(known, shown);
    const before = known.known.map(({ issuer }) => issuer);
    if (come.length > 0) told.push({ what: 'certificate', exchange, before, after: shown });
    again ||= isDoubt;
    issuers.set(exchange, next);
  }

  const policies = { ...knowledge.policies };
  for (const kind of POLICY_KINDS) {
    const after = seen.policies[kind];
    if (after !== undefined)
      policies[kind] = step(policies[kind], after, { isSame: isSamePolicy }, (before) =>
        told.push({ what: 'policy', kind, before, after }),
      );
  }

  const flaws = new Map(Object.entries(knowledge.flaws).filter(isOf));
  for (const [place, found] of seen.flaws) {
    const known = flaws.get(place);
    // Other rules find other things in the same domain.
    if (known?.rules !== seen.rules) {
      flaws.set(place, { rules: seen.rules, codes: beginning(found) });
      continue;
    }
    const [appeared, gone]: [Flaw[], Flaw[]] = [[], []];
    const codes: FlawsOfPlace['codes'] = {};
    for (const flaw of allOf(known, found)) {
      const { code, title } = flaw;
      const former = known.codes[code];
      if (former && !flaw.isThere && seen.inPart.has(place)) {
        codes[code] = former;
        continue;
      }
      const aspect = former ?? { known: { ...flaw, isThere: false }, doubted: null };
      const next = step(aspect, flaw, FLAW, () => (flaw.isThere ? appeared : gone).push({ code, title }));
      if (next.known.isThere || next.doubted) codes[code] = next;
    }
    flaws.set(place, { rules: seen.rules, codes });
    if (appeared.length + gone.length > 0) told.push({ what: 'flaws', place, appeared, gone });
  }
  return {
    knowledge: {
      verdict,
      servers,
      tls: Object.fromEntries(tls),
      issuers: Object.fromEntries(issuers),
      policies,
      flaws: Object.fromEntries(flaws),
    },
    told,
    again,
  };
}

const VERDICT = {
  /** That mail waits has many reasons, which take turns; why it is rejected is what counts. Other rules may see other reasons. */
  isSame: (a: SeenVerdict, b: SeenVerdict) =>
    a.outcome === b.outcome &&
    (a.outcome !== 'permanent' || a.rules !== b.rules || a.category === b.category),
  /** That mail does not arrive stays true when the way in which it fails changes from try to try. */
  confirms: () => true,
  isCertain: ({ outcome }: SeenVerdict) => outcome === 'accepted',
};

const FLAW = {
  /** One that was mild and is no more is another one. */
  isSame: (a: KnownFlaw, b: KnownFlaw) => a.isThere === b.isThere && !(a.isThere && a.isMild && !b.isMild),
};

function isSameList(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function beginning(found: readonly SeenFlaw[]): FlawsOfPlace['codes'] {
  return Object.fromEntries(
    found.map((flaw) => [flaw.code, { known: { ...flaw, isThere: true }, doubted: null }]),
  );
}

/** Every flaw that is known or found, as it is now. */
function allOf({ codes }: FlawsOfPlace, found: readonly SeenFlaw[]): KnownFlaw[] {
  const isFound = (code: string): boolean => found.some((flaw) => flaw.code === code);
  return [
    ...found.map((flaw) => ({ ...flaw, isThere: true })),
    ...Object.values(codes).flatMap(({ known }) =>
      isFound(known.code) ? [] : [{ ...known, isThere: false }],
    ),
  ];
}

/** Whether a second try is to confirm something. */
export function isMailInDoubt({ verdict, servers, tls, issuers, policies, flaws }: Knowledge): boolean {
  const aspects = [
    verdict,
    servers,
    ...Object.values(tls),
    ...Object.values(issuers),
    ...Object.values(policies),
    ...Object.values(flaws).flatMap(({ codes }) => Object.values(codes)),
  ];
  return aspects.some((aspect) => aspect !== null && aspect.doubted !== null);
}

/** The same without doubts: they are too old to be confirmed. */
export function withoutDoubtsOfMail({
  verdict,
  servers,
  tls,
  issuers,
  policies,
  flaws,
}: Knowledge): Knowledge {
  const each = <A extends Aspect<unknown>>(aspects: Record<string, A>): Record<string, A> =>
    Object.fromEntries(Object.entries(aspects).map(([key, aspect]) => [key, settled(aspect)]));
  return {
    verdict: verdict && settled(verdict),
    servers: servers && settled(servers),
    tls: each(tls),
    issuers: each(issuers),
    policies: each(policies),
    flaws: Object.fromEntries(
      Object.entries(flaws).map(([place, { rules, codes }]) => [place, { rules, codes: each(codes) }]),
    ),
  };
}
