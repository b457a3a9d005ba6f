import type { CheckSummary } from '@/lib/report/summary';
import type { MailSummary } from '@/lib/complaint/mail-summary';
import { mailPath } from '@/lib/complaint/mail-path';
import { showUtc } from '@/lib/show/moment';
import { KIND_WORD } from '@/lib/show/mail-words';
import { OUTCOME_TONE, OUTCOME_WORD, STATUS_WORD, type Tone } from '@/lib/show/words';
import { ownLink } from '@/lib/own-link';
import { alertWords } from '@/lib/show/alert-words';
import { alertPath } from '@/lib/watch/alert-path';
import type { ToldAlert } from '@/lib/watch/watch';
import { LocalTime } from '@/components/ui/local-time';

/** Each outcome has a form of its own, so that it can be told without colour. */
const SIGN: Record<Tone, { fill: string; path: string }> = {
  good: { fill: 'fill-good', path: 'M-3.2 0l2.2 2.4L3.4-2.6' },
  wait: { fill: 'fill-wait', path: 'M0-3.8V.8M0 3v.8' },
  bad: { fill: 'fill-bad', path: 'M-2.8-2.8l5.6 5.6M2.8-2.8l-5.6 5.6' },
  unknown: { fill: 'fill-unknown', path: 'M-2.8 0h5.6' },
  note: { fill: 'fill-unknown', path: 'M-2.8 0h5.6' },
};

/** Room at both ends of the axis for the first and the last sign. In hundredths of the axis. */
const MARGIN = 1.5;

/** A check is a round sign, a mail about mail a square one, a change that was told a diamond, a note a flag. */
type Mark = { at: string; id: string } & (
  | { what: 'check'; check: CheckSummary }
  | { what: 'mail'; mail: MailSummary }
  | { what: 'alert'; alert: ToldAlert }
  | { what: 'note'; note: { id: string; text: string } }
);

/** What this page lists on one time line, oldest on the left. */
export function HistoryStrip({ marks }: { marks: readonly Mark[] }) {
  const times = marks.map(({ at }) => Date.parse(at));
  const first = Math.min(...times);
  const span = Math.max(1, Math.max(...times) - first);
  const oldest = marks.at(-1);
  if (marks.length < 2 || !oldest) return null;
  return (
    <figure aria-label="Time line" className="mb-2">
      <svg width="100%" height="34" className="block overflow-visible">
        <line x1="0" x2="100%" y1="17" y2="17" className="stroke-line" strokeWidth="2" />
        {[...marks].reverse().map((mark) => {
          const share = (Date.parse(mark.at) - first) / span;
          return <Sign key={mark.id} mark={mark} left={MARGIN + share * (100 - 2 * MARGIN)} />;
        })}
      </svg>
      <figcaption className="text-soft flex justify-between text-xs">
        <LocalTime iso={oldest.at} />
        {marks[0] && <LocalTime iso={marks[0].at} />}
      </figcaption>
    </figure>
  );
}

function Sign({ mark, left }: { mark: Mark; left: number }) {
  const { href, tone, word } = signOf(mark);
  const { fill, path } = SIGN[tone];
  const about = `${word}, ${showUtc(mark.at)} UTC`;
  const look = `${fill} stroke-paper`;
  return (
    <a href={ownLink(href)} aria-label={about}>
      <svg x={`${left}%`} y="17" className="overflow-visible">
        <title>{about}</title>
        {mark.what === 'check' ? (
          <circle r="9" className={look} strokeWidth="2" />
        ) : mark.what === 'note' ? (
          <path d="M-5 10V-11H8L4-6L8-1H-2V10Z" className={look} strokeWidth="2" />
        ) : (
          <rect
            x="-8"
            y="-8"
            width="16"
            height="16"
            rx="2"
            transform={mark.what === 'alert' ? 'rotate(45)' : undefined}
            className={look}
            strokeWidth="2"
          />
        )}
        {mark.what !== 'note' && (
          <path
            d={mark.what === 'mail' ? ENVELOPE : path}
            className="stroke-card fill-none"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        )}
      </svg>
    </a>
  );
}

const ENVELOPE = 'M-4-2.2L0 .8L4-2.2';

function signOf(mark: Mark): { href: string; tone: Tone; word: string } {
  if (mark.what === 'mail')
    return {
      href: mailPath(mark.mail),
      tone: mark.mail.kind === 'bounce' ? 'bad' : mark.mail.kind === 'delay' ? 'wait' : 'note',
      word: KIND_WORD[mark.mail.kind],
    };
  if (mark.what === 'alert') {
    const { title, isRecovery } = alertWords(mark.alert);
    return { href: alertPath(mark.alert), tone: isRecovery ? 'good' : 'wait', word: title };
  }
  if (mark.what === 'note')
    return { href: `/notes/${mark.note.id}`, tone: 'note', word: `Note: ${firstLine(mark.note.text)}` };
  const { verdict, status, id } = mark.check;
  return {
    href: `/check/${id}`,
    tone: verdict ? OUTCOME_TONE[verdict.outcome] : 'unknown',
    word: verdict ? OUTCOME_WORD[verdict.outcome] : STATUS_WORD[status],
  };
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.slice(0, 80) ?? '';
}
