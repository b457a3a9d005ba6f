import type { Finding, Verdict } from '@/lib/report/finding';
import type { Reference } from '@/lib/report/reference';
import type { Report } from '@/lib/report/report';
import { findingsByLine } from './decisive';
import { findingAnchor } from './finding-anchor';
import { outcomeTone, SEVERITY_TONE, SIDE_WORD, type Tone } from './words';

/** A finding as a line of the transcript names it: its words stand where it is listed. */
export interface LineFinding {
  title: string;
  anchor: string;
}

/** What conclusions say of one line of a transcript. */
export interface LineNote {
  /** Of the line that decides; null where the line is ordinary. */
  loud: Tone | null;
  /** "Permanent, recipient’s side." of the line that decides. */
  lead: string;
  findings: LineFinding[];
}

type Conclusions = Pick<Report, 'verdict' | 'findings'>;

/** Conclusions that point at lines of a session, by the line's seq: the one that decides is loud, all others are calm. */
export function lineNotes({ verdict, findings }: Conclusions, session: number): Map<number, LineNote> {
  const decisive = decisiveLines(verdict, session);
  const notes = new Map<number, LineNote>();
  const byLine = findingsByLine(findings, session);
  for (const line of new Set([...decisive, ...byLine.keys()])) {
    const about = byLine.get(line) ?? [];
    notes.set(line, {
      loud: decisive.has(line) ? loudTone(verdict, about) : null,
      lead: decisive.has(line) && about[0] !== undefined ? loudWords(about[0]) : '',
      findings: about.map((one) => ({ title: one.title, anchor: findingAnchor(findings, one) })),
    });
  }
  return notes;
}

/** As bad as the check ended; where that depends, as bad as the finding. */
function loudTone(verdict: Verdict | null, [first]: readonly Finding[]): Tone | null {
  if (verdict === null) return null;
  const depends = verdict.outcome === 'depends' && first !== undefined;
  return depends ? SEVERITY_TONE[first.severity] : outcomeTone(verdict);
}

/** The lines of a session that the verdict, or one of its cases, rests on. */
function decisiveLines(verdict: Verdict | null, session: number): Set<number> {
  const evidence = [verdict, ...(verdict?.cases ?? [])].flatMap(
    (one): readonly Reference[] => one?.evidence ?? [],
  );
  return new Set(
    evidence.flatMap((one) =>
      one.at === 'session' && one.n === session && one.line !== null ? [one.line] : [],
    ),
  );
}

function loudWords({ permanence, side }: Finding): string {
  const when = permanence === null ? '' : permanence === 'permanent' ? 'Permanent' : 'Temporary';
  if (side === 'none') return when && `${when}.`;
  const where = SIDE_WORD[side];
  return when ? `${when}, ${where.charAt(0).toLowerCase()}${where.slice(1)}.` : `${where}.`;
}
