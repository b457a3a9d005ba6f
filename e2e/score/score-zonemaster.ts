import { SCENARIOS } from '../scenarios/all';
import type { Row } from './read-cases';
import { meantBy } from './zonemaster-codes';

const REQUIRED_FIELDS = ['required', 'mandatory', 'must', 'requiredTags', 'required_tags', 'mandatory_tags'];
const FORBIDDEN_FIELDS = [
  ...['forbidden', 'mustNot', 'must_not', 'forbiddenTags', 'forbidden_tags', 'not_allowed'],
];

/** What the scenarios claim, one list of codes for each. */
const CLAIMS: readonly ReadonlySet<string>[] = SCENARIOS.map(
  ({ must }) => new Set(must.map(({ code }) => code)),
);

/** One case: whether it is right, and the tags that are missing from the scenarios or from the table. */
export interface ScoredCase {
  right: boolean;
  missing: string[];
  /** No required tag concerns mail, so there was nothing to find. */
  isVacuous: boolean;
}

/**
 * A case is right when each required tag that concerns mail is asserted by a scenario which claims nothing that the case
 * forbids. It measures whether there is a finding for what the case is about, and whether a test proves that the finding
 * comes, alone. It cannot measure the case itself: the zones of the corpus are told in words, and are not built here.
 */
export function scoreCase(row: Row): ScoredCase {
  const required = tagsOf(row, REQUIRED_FIELDS);
  const codesOf = (tag: string) => {
    const meant = meantBy(tag);
    return typeof meant === 'string' || meant === null ? [] : meant;
  };
  const wanted = new Set<string>(required.flatMap(codesOf));
  // One code may stand for a tag that is required and for one that is not allowed: it cannot tell them apart.
  const forbidden = tagsOf(row, FORBIDDEN_FIELDS)
    .flatMap(codesOf)
    .filter((code) => !wanted.has(code));
  const clean = CLAIMS.filter((claims) => !forbidden.some((code) => claims.has(code)));
  const concerning = required.filter((tag) => typeof meantBy(tag) !== 'string');
  const missing = concerning.filter(
    (tag) => !clean.some((claims) => codesOf(tag).some((code) => claims.has(code))),
  );
  return { right: missing.length === 0, missing, isVacuous: concerning.length === 0 };
}

/** One line for each case that is not right, and one line of JSON. */
export function scoreZonemaster(rows: readonly Row[]): string[] {
  const scored = rows.map((row, index) => ({ row, index, ...scoreCase(row) }));
  const tags = [
    ...new Set(rows.flatMap((row) => tagsOf(row, [...REQUIRED_FIELDS, ...FORBIDDEN_FIELDS]))),
  ].sort();
  const unmapped = tags.filter((tag) => meantBy(tag) === null);
  const right = scored.filter((one) => one.right);
  const name = ({ row, index }: { row: Row; index: number }) => {
    const id = row['id'] ?? row['name'];
    return typeof id === 'string' || typeof id === 'number' ? id : index + 1;
  };
  return [
    ...scored
      .filter((one) => !one.right)
      .map((one) => `${name(one)}: no scenario asserts ${one.missing.join(', ')}`),
    `${right.filter(({ isVacuous }) => isVacuous).length} of the right ones have no required tag that concerns mail.`,
    JSON.stringify({
      ...{ set: 'dns-zonemaster', cases: rows.length, right: right.length },
      ...{ mapped: tags.length - unmapped.length, unmapped },
    }),
  ];
}

/** A list, or words separated by commas or spaces; the module in front (`ZONE:ONE_SOA`) does not count. */
function tagsOf(row: Row, fields: readonly string[]): string[] {
  return fields.flatMap((field) => {
    const value = row[field];
    const words = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
    return words
      .flatMap((word) => word.split(/[\s,;]+/))
      .map((word) => word.replace(/^.*:/, '').toUpperCase())
      .filter((word) => word !== '');
  });
}
