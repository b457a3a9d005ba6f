import { z } from 'zod';
import { compareReports } from '@/lib/compare/compare-reports';
import type { ComparedAspect, ComparedSection } from '@/lib/compare/comparison';
import { judge } from '@/lib/findings/judge';
import type { Severities } from '@/lib/findings/severities';
import { readReport, reportDocument } from '@/lib/report/document';
import { FACTS } from '@/lib/report/facts';
import type { Finding } from '@/lib/report/finding';
import { type Report, ReportDocument } from '@/lib/report/report';
import { CheckStatus } from '@/lib/report/status';
import { RULES_VERSION } from '@/lib/report/versions';
import { no, ok, type Result } from '@/lib/result';
import { deviationsOf, told } from './deviations';
import { haveOtherSeverities, judgementDeviations } from './judgement';
import { isObject, readJson } from './read-json';
import { rebuild, textOf } from './rebuild';
import type { UnreadableReason, Verification } from './verification';

/** What the digest covers, as fields of a report. */
const SEEN = [
  'target',
  'options',
  'vantage',
  'startedAt',
  'trace',
  ...Object.keys(FACTS),
  'sessions',
  'limits',
];

/** What a file is verified with. */
export interface Verifying {
  /** `sha256:…` of the canonical JSON of a value. */
  digestOf(value: unknown): string;
  /** Of this installation. */
  severities: Severities;
}

/** A verification, but for what only the database of this installation knows; and what the report shows as seen, to be compared with it. */
export interface VerifiedFile {
  verification: Omit<Verification, 'own'>;
  /** Digest of what the file shows as seen (`seenDigest`). */
  seen: string;
}

const EvidenceDocument = z.object({
  version: z.int().min(1),
  events: z.array(z.looseObject({ type: z.string(), seq: z.int() })),
});

/**
 * What a file proves that says it is a report of mxproof, of whatever version and installation; the reason when it is none. Pure; nothing
 * in the file is trusted. It may take long: who calls it sets a limit of time and memory.
 */
export function verifyReport(
  octets: Uint8Array,
  { digestOf, severities }: Verifying,
): Result<VerifiedFile, UnreadableReason> {
  const json = readJson(octets);
  if (!json.ok) return json;
  const file = json.value;
  const document = ReportDocument.safeParse(file).data;
  const evidence = EvidenceDocument.safeParse(file['evidence']).data;
  // Something with another "evidence" is none of ours.
  if (document === undefined && evidence === undefined) return no('no-report');
  const stated = begun(file['digest']);
  const made = evidence === undefined ? null : digestOf(evidence.events);
  const rebuilt = evidence === undefined ? (document ? readReport(document) : null) : rebuild(evidence, file);
  const judged = rebuilt && judgedReport(rebuilt, severities);
  const madeDocument =
    judged && (JSON.parse(JSON.stringify(reportDocument(judged))) as Record<string, unknown>);
  return ok({
    verification: {
      check: aboutFile(file),
      digest: {
        state: digestState(stated, made),
        stated,
        made,
      },
      seen: evidence === undefined || madeDocument === null ? NOT_COMPARED : seenOf(file, madeDocument),
      judgement: madeDocument === null ? NOT_JUDGED : judgementOf(file, madeDocument),
      today: judged && {
        rules: RULES_VERSION,
        verdict: judged.verdict && briefly(judged.verdict),
        otherwise: document === undefined ? null : otherwise(readReport(document), judged),
      },
    },
    seen: seenDigest(file, digestOf),
  });
}

/** Null when the rules cannot make anything of it: no check of mxproof has such evidence. */
function judgedReport(report: Report, severities: Severities): Report | null {
  try {
    return { ...report, ...judge(report, severities) };
  } catch {
    return null;
  }
}

function digestState(stated: string | null, made: string | null): Verification['digest']['state'] {
  if (made === null) return 'no-evidence';
  if (stated === null) return 'not-stated';
  return made === stated ? 'matches' : 'differs';
}

function briefly({ outcome, but, headline }: NonNullable<Report['verdict']>) {
  return { outcome, but, headline: beginning(headline) };
}

const NONE = told([]);
const NOT_COMPARED: Verification['seen'] = { state: 'not-compared', deviations: NONE };
const NOT_JUDGED: Verification['judgement'] = {
  state: 'not-judged',
  areSeveritiesOther: false,
  deviations: NONE,
};

/** Digest of what a report document shows as seen. What an older version does not know, and so leaves out, is nothing. */
export function seenDigest(
  document: Readonly<Record<string, unknown>>,
  digestOf: Verifying['digestOf'],
): string {
  const known = SEEN.flatMap((name) => {
    const value = document[name];
    const isNothing = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    return isNothing ? [] : [[name, value] as const];
  });
  return digestOf(Object.fromEntries(known));
}

function aboutFile(file: Readonly<Record<string, unknown>>): Verification['check'] {
  const target = isObject(file['target']) ? file['target'] : {};
  const versions = isObject(file['versions']) ? file['versions'] : {};
  const vantage = isObject(file['vantage']) ? file['vantage'] : {};
  return {
    id: begun(file['id']),
    target: begun(target['mailbox']) ?? begun(target['domain']),
    startedAt: begun(file['startedAt']),
    finishedAt: begun(file['finishedAt']),
    status: CheckStatus.safeParse(file['status']).data ?? null,
    software: begun(vantage['softwareVersion']),
    schema: wholeOf(versions['schema']),
    rules: wholeOf(versions['rules']),
  };
}

function wholeOf(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}

function seenOf(
  file: Readonly<Record<string, unknown>>,
  made: Readonly<Record<string, unknown>>,
): Verification['seen'] {
  const schema = (report: Readonly<Record<string, unknown>>) =>
    isObject(report['versions']) ? report['versions']['schema'] : undefined;
  const deviations = [
    ...SEEN.flatMap((name) => deviationsOf(`/${name}`, file[name], made[name])),
    ...deviationsOf('/versions/schema', schema(file), schema(made)),
  ];
  return { state: deviations.length === 0 ? 'as-evidence' : 'otherwise', deviations: told(deviations) };
}

/** Conclusions can be drawn again exactly by the same rules only. */
function judgementOf(
  file: Readonly<Record<string, unknown>>,
  made: Readonly<Record<string, unknown>>,
): Verification['judgement'] {
  const areSeveritiesOther = haveOtherSeverities(file['findings'], made['findings']);
  const { rules } = aboutFile(file);
  if (rules !== RULES_VERSION) return { state: 'other-rules', areSeveritiesOther, deviations: NONE };
  const deviations = judgementDeviations(file, made);
  return {
    state: deviations.length === 0 ? 'same' : 'otherwise',
    areSeveritiesOther,
    deviations: told(deviations),
  };
}

/** What the rules of today conclude otherwise; severities, which an operator may choose, as the file has them. */
function otherwise(stated: Report, judged: Report): ComparedSection[] {
  const severities = new Map(stated.findings.map(({ code, severity }) => [code, severity]));
  const findings = judged.findings.map((one): Finding => ({
    ...one,
    severity: severities.get(one.code) ?? one.severity,
  }));
  return compareReports(stated, { ...judged, findings }).flatMap((section) =>
    section.section === 'verdict' || section.section === 'findings'
      ? [{ ...section, different: few(section.different), oneSided: few(section.oneSided), alike: [] }]
      : [],
  );
}

/** Rows of a section, and values of each, that are told: a file may hold any number of them. */
const MAX_ROWS = 100;
const MAX_VALUES = 50;

function few(rows: readonly ComparedAspect[]): ComparedAspect[] {
  const short = (values: string[] | null) => values && values.slice(0, MAX_VALUES).map(beginning);
  return rows
    .slice(0, MAX_ROWS)
    .map(({ what, of, a, b }) => ({ what, of: beginning(of), a: short(a), b: short(b) }));
}

/** Characters of a text that are told. */
const MAX_SAID = 1_000;

function beginning(text: string): string {
  return text.length <= MAX_SAID ? text : `${text.slice(0, MAX_SAID).replace(/[\ud800-\udbff]$/, '')}…`;
}

function begun(value: unknown): string | null {
  const text = textOf(value);
  return text === null ? null : beginning(text);
}
