import type { Report } from '@/lib/report/report';
import { contactsOf } from './contacts/contacts';
import { isUnderWay } from './decisive';

/** The parts of a check's page below its verdict, in the order in which a reader of the link needs them. */
export const PAGE_PARTS = [
  'matrix',
  'findings',
  'diagnosis',
  'transcript',
  'contacts',
  'policies',
  'chain',
  'layers',
  'time',
  'proof',
] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** What a part is called, in its heading and in the link to it. */
export const PART_WORD: Readonly<Record<PagePart, string>> = {
  matrix: 'Every server',
  findings: 'What to do',
  diagnosis: 'Where to look first',
  transcript: 'Transcript',
  contacts: 'Whom to write to',
  policies: 'Policies',
  chain: 'The chain',
  layers: 'The layers',
  time: 'Where the time went',
  proof: 'Proof',
};

/** Several addresses are compared with each other; of one, the transcript tells everything. */
export function hasMatrix(report: Pick<Report, 'route' | 'sessions' | 'status'>): boolean {
  const addresses = report.route?.hosts.flatMap((host) => host.addresses).filter(({ blocked }) => !blocked);
  const { length } = report.sessions;
  return length > 1 || ((length === 1 || isUnderWay(report)) && (addresses?.length ?? 0) > 1);
}

/** What is to be done is told below the servers: not before it is known how many there are. */
export function hasFindings(report: Pick<Report, 'route' | 'status'>): boolean {
  return !isUnderWay(report) || report.route !== null;
}

const IS_THERE: Readonly<Record<PagePart, (report: Report) => boolean>> = {
  matrix: hasMatrix,
  findings: hasFindings,
  diagnosis: ({ verdict }) => verdict !== null && verdict.diagnosis.length > 0,
  transcript: ({ sessions }) => sessions.length > 0,
  contacts: (report) => contactsOf(report) !== null,
  policies: ({ policies }) => policies !== null,
  chain: () => true,
  layers: ({ sessions }) => sessions.length > 0,
  time: ({ trace, sessions }) => trace.steps.length > 0 || sessions.length > 0,
  proof: () => true,
};

/** The parts that the page of this check has. */
export function partsOf(report: Report): PagePart[] {
  return PAGE_PARTS.filter((part) => IS_THERE[part](report));
}
