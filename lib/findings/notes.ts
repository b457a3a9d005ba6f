import { explainReply } from '@/lib/meaning/meaning';
import type { Category } from '@/lib/meaning/schema';
import type { Evidence } from '@/lib/report/evidence';
import type { Note } from '@/lib/report/note';
import type { Session } from '@/lib/smtp/session';
import { type Turn, turnCode, turnsOf } from '@/lib/smtp/turns';

/** Categories whose words would say no more than the code. */
const SAYS_NOTHING: readonly Category[] = ['unknown', 'policy', 'protocol-error'];

/** What each refusal of the transcripts means; those that say no more than their code are left out. */
export function refusalNotes({ sessions }: Evidence): Note[] {
  return sessions.flatMap((session) =>
    turnsOf(session.transcript)
      .filter((turn) => turn.who === 'server' && (turnCode(turn) ?? 0) >= 400)
      .flatMap((turn) => noteOf(turn, session)),
  );
}

function noteOf({ lines, stage }: Turn, { n, exchange, banner }: Session): Note[] {
  const [first] = lines;
  if (first === undefined || first.note) return [];
  const reply = lines.map(({ text }) => text).join('\n');
  const { category, meaning } = explainReply({ reply, stage, host: exchange, banner: banner ?? undefined });
  return SAYS_NOTHING.includes(category) ? [] : [{ session: n, line: first.seq, say: meaning }];
}
