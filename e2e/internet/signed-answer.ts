import type { Answer } from 'dns-packet';
import { isWithin, parentOf, upTo } from './name';
import { compareNames } from './sign';
import type { Denial, SignedParts } from './signing';
import type { Lookup, Zone } from './zone';

/** Adds to an answer what proves it, for an asker who wants that (RFC 4035 §3.1). */
export function withProof(
  zone: Zone,
  parts: SignedParts,
  asked: { name: string; type: string },
  found: Lookup,
): Lookup {
  const last = found.answers.findLast(({ type }) => type === 'CNAME');
  const name = last?.type === 'CNAME' ? last.data : asked.name;
  const answers = found.answers.filter(({ type }) => type !== 'CNAME');
  const denials =
    answers.length > 0 || !isWithin(name, zone.origin)
      ? found.answers.flatMap((record) => wildcardProof(zone, parts, record.name))
      : found.authoritative
        ? absence(zone, parts, name)
        : cutProof(zone, parts, found);
  const ds = zone.records.filter(
    (record) =>
      record.type === 'DS' && found.authorities.some((ns) => ns.type === 'NS' && ns.name === record.name),
  );
  const authorities = [...found.authorities, ...(found.authoritative ? [] : ds), ...once(denials)];
  return {
    ...found,
    answers: [...found.answers, ...signaturesFor(zone, parts, found.answers)],
    authorities: [...authorities, ...signaturesFor(zone, parts, authorities)],
  };
}

function once(denials: Denial[]): Answer[] {
  return [...new Set(denials.map(({ record }) => record))];
}

function signaturesFor(zone: Zone, { signatures }: SignedParts, records: readonly Answer[]): Answer[] {
  const sets = new Map(records.map((record) => [`${record.name} ${record.type}`, record]));
  return [...sets.values()].flatMap(({ name, type }) => {
    const over = signatures.filter((one) => one.type === 'RRSIG' && one.data.typeCovered === type);
    const own = over.filter((signature) => signature.name === name);
    const source = sourceOf(zone, name);
    return own.length > 0
      ? own
      : over.filter((signature) => signature.name === source).map((signature) => ({ ...signature, name }));
  });
}

/** The name whose records speak for this one: itself, or a wildcard above it. */
function sourceOf({ records, origin }: Zone, name: string): string {
  if (records.some((record) => record.name === name)) return name;
  const wild = upTo(name, origin).map((at) => `*.${at}`);
  return wild.find((at) => records.some((record) => record.name === at)) ?? name;
}

/** A name that a wildcard speaks for: proof that it is not there itself. */
function wildcardProof(zone: Zone, parts: SignedParts, name: string): Denial[] {
  return sourceOf(zone, name).startsWith('*.') && !name.startsWith('*.')
    ? covering(parts, nextCloser(zone, name))
    : [];
}

function cutProof(zone: Zone, parts: SignedParts, { authorities }: Lookup): Denial[] {
  const cut = authorities.find(({ type }) => type === 'NS')?.name;
  if (cut === undefined || zone.records.some(({ name, type }) => name === cut && type === 'DS')) return [];
  const match = matching(parts, cut);
  return match.length > 0 ? match : [...matching(parts, encloser(zone, cut)), ...covering(parts, cut)];
}

function absence(zone: Zone, parts: SignedParts, name: string): Denial[] {
  const match = matching(parts, name);
  if (match.length > 0) return match;
  const above = encloser(zone, name);
  const wildcard = above === '.' ? '*' : `*.${above}`;
  return [
    ...(parts.hash === null ? [] : matching(parts, above)),
    ...covering(parts, nextCloser(zone, name)),
    ...matching(parts, wildcard),
    ...(matching(parts, wildcard).length > 0 ? [] : covering(parts, wildcard)),
  ];
}

/** The closest name above that exists. */
function encloser({ records, origin }: Zone, name: string): string {
  for (let at = parentOf(name); at !== origin; at = parentOf(at))
    if (records.some((record) => isWithin(record.name, at))) return at;
  return origin;
}

function nextCloser(zone: Zone, name: string): string {
  const above = encloser(zone, name);
  return upTo(name, above).findLast((at) => at !== above) ?? name;
}

function matching({ denials, hash }: SignedParts, name: string): Denial[] {
  const at = hash === null ? name : hash(name);
  return denials.filter((denial) => denial.at === at);
}

function covering({ denials, hash }: SignedParts, name: string): Denial[] {
  const compare = hash === null ? compareNames : (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const place = hash === null ? name : hash(name);
  return denials.filter(({ at, next }) => {
    const isLast = compare(at, next) >= 0;
    const isAfter = compare(at, place) < 0;
    const isBefore = compare(place, next) < 0;
    return isLast ? isAfter || isBefore : isAfter && isBefore;
  });
}
