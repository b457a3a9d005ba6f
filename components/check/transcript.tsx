import { clsx } from 'clsx';
import type { Finding } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { annotateTurn } from '@/lib/show/annotate';
import { clipped } from '@/lib/show/clipped';
import { findingsByLine } from '@/lib/show/decisive';
import { notesByLine } from '@/lib/show/notes-by-line';
import { turnsOf, type Turn } from '@/lib/smtp/turns';
import { SEVERITY_TONE, SIDE_WORD } from '@/lib/show/words';
import { ownLink } from '@/lib/own-link';
import { Fold } from '@/components/ui/fold';
import { TONE_FILL, TONE_TEXT } from '@/components/ui/tone';

/** Longer turns are folded after this many lines. */
const LINES_SHOWN = 12;

/**
 * Of the folded ones so many are drawn, which makes thirty of a turn, as the longest in use have, and of each line so many characters.
 * The plain text has all of them.
 */
const LINES_DRAWN = 18;
const CHARACTERS_DRAWN = 512;

/** The dialogue: calm for the ordinary, loud for the lines that findings point at. */
export function Transcript({ session, report }: { session: Session; report: Report }) {
  const loud = findingsByLine(report.findings, session.n);
  const notes = notesByLine(report.notes, session.n);
  const turns = turnsOf(session.transcript);
  if (turns.length === 0) return <p className="text-soft px-4 py-3 text-sm">{emptyWords(session)}</p>;
  return (
    <ol className="py-1.5">
      {turns.map((turn) => (
        <TurnRow
          key={turn.lines[0]?.seq}
          turn={turn}
          session={session}
          meaning={notes.get(turn.lines[0]?.seq ?? 0)}
          id={report.id}
          findings={[...new Set(turn.lines.flatMap((line) => loud.get(line.seq) ?? []))]}
        />
      ))}
    </ol>
  );
}

function emptyWords(session: Session): string {
  if (session.waiting) return 'Held back: one session per address at a time, with a pause between two.';
  return session.outcome === null ? 'Connecting.' : 'Nothing passed the wire.';
}

const DIRECTION = { server: ['‹', 'they say'], client: ['›', 'we say'], event: ['', ''] } as const;

interface TurnRowProps {
  turn: Turn;
  session: Session;
  /** Of the check. */
  id: string;
  /** Of a refusal; undefined when it says no more than its code. */
  meaning: string | undefined;
  findings: Finding[];
}

function TurnRow({ turn, session, id, meaning, findings }: TurnRowProps) {
  const tone = findings[0] ? SEVERITY_TONE[findings[0].severity] : null;
  const [sign, spoken] = DIRECTION[turn.who];
  return (
    <li
      className={clsx(
        'turn',
        tone && `turn-loud ${TONE_FILL[tone]}`,
        turn.who === 'event' && !tone && 'bg-faint/60 text-lock',
      )}
    >
      <span className="text-soft text-right tabular-nums">{(turn.at / 1000).toFixed(3)}</span>
      <span aria-hidden className={clsx('text-soft', turn.secure && 'lock')}>
        {sign}
      </span>
      <span className="sr-only">
        {spoken}
        {turn.secure && ', under TLS'}
      </span>
      <TurnText turn={turn} session={session} id={id} />
      <div className="turn-note">
        {findings.length > 0 ? (
          <LoudNote findings={findings} />
        ) : (
          annotateTurn(turn, session, meaning) || null
        )}
      </div>
    </li>
  );
}

function TurnText({ turn, session, id }: Pick<TurnRowProps, 'turn' | 'session' | 'id'>) {
  const shown = turn.lines.slice(0, LINES_SHOWN);
  const folded = turn.lines.slice(LINES_SHOWN);
  const left = folded.length - LINES_DRAWN;
  const line = (one: Turn['lines'][number]) => (
    <span
      key={one.seq}
      id={`smtp-${session.n}-${one.seq}`}
      className={clsx('turn-line lights', turn.who === 'client' && 'text-soft')}
    >
      {one.text === '' ? ' ' : clipped(one.text, CHARACTERS_DRAWN)}
    </span>
  );
  return (
    <div className="min-w-0">
      {shown.map(line)}
      {folded.length > 0 && (
        <Fold summary={`${folded.length} more lines`} summaryLook="text-link font-sans">
          {folded.slice(0, LINES_DRAWN).map(line)}
          {left > 0 && <a href={ownLink(`/check/${id}/report.txt`)}>{left} more in the plain text</a>}
        </Fold>
      )}
    </div>
  );
}

/** The weightiest finding speaks in full, the others by their title. */
function LoudNote({ findings }: { findings: Finding[] }) {
  return findings.map((finding, index) => (
    <p key={finding.code} className="text-ink mt-1 first:mt-0">
      <b className={clsx('font-semibold', TONE_TEXT[SEVERITY_TONE[finding.severity]])}>
        {loudWords(finding)}
      </b>{' '}
      {clipped(finding.title, CHARACTERS_DRAWN)}.{index === 0 && ` ${clipped(finding.why, CHARACTERS_DRAWN)}`}
    </p>
  ));
}

function loudWords({ permanence, side }: Finding): string {
  const when = permanence === null ? '' : permanence === 'permanent' ? 'Permanent' : 'Temporary';
  if (side === 'none') return when && `${when}.`;
  const where = SIDE_WORD[side];
  return when ? `${when}, ${where.charAt(0).toLowerCase()}${where.slice(1)}.` : `${where}.`;
}
