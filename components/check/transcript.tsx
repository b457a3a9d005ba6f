import { Fragment } from 'react';
import { clsx } from 'clsx';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { annotateTurn } from '@/lib/show/annotate';
import { clipped } from '@/lib/show/clipped';
import { type LineFinding, type LineNote, lineNotes } from '@/lib/show/line-note';
import { notesByLine } from '@/lib/show/notes-by-line';
import { turnsOf, type Turn } from '@/lib/smtp/turns';
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

/** The dialogue: loud for the line that decides, calm for everything else. */
export function Transcript({ session, report }: { session: Session; report: Report }) {
  const concluded = lineNotes(report, session.n);
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
          note={noteOf(turn, concluded)}
        />
      ))}
    </ol>
  );
}

/** What is concluded of a reply: of all its lines, the loud one first. */
function noteOf({ lines }: Turn, concluded: ReadonlyMap<number, LineNote>): LineNote {
  const notes = lines.flatMap(({ seq }) => concluded.get(seq) ?? []);
  const loud = notes.find((note) => note.loud !== null);
  const findings = new Map(
    [...(loud ? [loud] : []), ...notes].flatMap((note) => note.findings.map((one) => [one.anchor, one])),
  );
  return { loud: loud?.loud ?? null, lead: loud?.lead ?? '', findings: [...findings.values()] };
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
  /** What is concluded of its lines. */
  note: LineNote;
}

function TurnRow({ turn, session, id, meaning, note }: TurnRowProps) {
  const { loud: tone } = note;
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
        {tone !== null && note.findings.length > 0 ? (
          <LoudNote note={note} />
        ) : (
          <CalmNote text={annotateTurn(turn, session, meaning)} findings={note.findings} />
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
          {left > 0 && <a href={ownLink(`/check/${id}/report.txt?full=1`)}>{left} more in the plain text</a>}
        </Fold>
      )}
    </div>
  );
}

/** One sentence about the line that decides, which leads to its finding; the words of the finding stand there. */
function LoudNote({ note: { loud, lead, findings } }: { note: LineNote }) {
  return (
    <p className="text-ink">
      {lead !== '' && loud !== null && <b className={clsx('font-semibold', TONE_TEXT[loud])}>{lead} </b>}
      <FindingLinks findings={findings.slice(0, 1)} />
      {findings.length > 1 && (
        <span className="text-soft mt-1 block">
          See also: <FindingLinks findings={findings.slice(1)} />
        </span>
      )}
    </p>
  );
}

/** Where an ordinary line has a finding, it is one link away. */
function CalmNote({ text, findings }: { text: string; findings: readonly LineFinding[] }) {
  if (text === '' && findings.length === 0) return null;
  return (
    <p>
      {text}
      {text !== '' && findings.length > 0 && ' '}
      <FindingLinks findings={findings} />
    </p>
  );
}

function FindingLinks({ findings }: { findings: readonly LineFinding[] }) {
  return findings.map(({ title, anchor }, index) => (
    <Fragment key={anchor}>
      {index > 0 && ' · '}
      <a href={`#${anchor}`}>{clipped(title, CHARACTERS_DRAWN)}</a>
    </Fragment>
  ));
}
