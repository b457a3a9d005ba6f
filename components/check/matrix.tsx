import { clsx } from 'clsx';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { decisiveSession } from '@/lib/report/decisive-session';
import { isUnderWay } from '@/lib/show/decisive';
import { MATRIX_STAGES, matrixRow, stagesOfDepth, type MatrixCell } from '@/lib/show/matrix';
import { tryWords } from '@/lib/show/tls-words';
import { stagesSoFar } from '@/lib/show/stages-so-far';
import { STAGE_WORD } from '@/lib/show/words';
import { Panel, PanelNote } from '@/components/ui/panel';
import { TONE_FILL, TONE_TEXT } from '@/components/ui/tone';
import { Section } from '@/components/ui/section';
import { ToneIcon } from '@/components/ui/tone-icon';
import { SenderSteps } from './sender-steps';

/** One row per address of each exchange, one column per stage. */
export function Matrix({ report }: { report: Report }) {
  if (report.sessions.length === 0) return isUnderWay(report) ? <NoRowsYet /> : null;
  const decisive = decisiveSession(report)?.n;
  return (
    <Section id="matrix" title="Sessions" about="every address of every exchange">
      <SenderSteps report={report} />
      <Panel className="overflow-x-auto" tabIndex={0} role="region" aria-label="Sessions, stage by stage">
        <table className="matrix text-note w-full min-w-230">
          <thead>
            <tr className="bg-faint text-soft">
              <th scope="col" className="font-medium">
                Exchange
              </th>
              {MATRIX_STAGES.map((stage) => (
                <th key={stage} scope="col" className="font-medium whitespace-nowrap">
                  {STAGE_WORD[stage]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.sessions.map((session) => (
              <Row key={session.n} session={session} report={report} isDecisive={session.n === decisive} />
            ))}
          </tbody>
        </table>
      </Panel>
    </Section>
  );
}

function NoRowsYet() {
  return (
    <Section id="matrix" title="Sessions" about="every address of every exchange">
      <PanelNote>No address is known yet.</PanelNote>
    </Section>
  );
}

function Row({ session, report, isDecisive }: { session: Session; report: Report; isDecisive: boolean }) {
  const within = stagesOfDepth(report.options.depth);
  const cells = matrixRow(session);
  const beyond = cells.length - within.length;
  const again = tryWords(session);
  return (
    <tr className={clsx('border-line border-t', isDecisive && 'bg-faint')}>
      <th scope="row" className="max-w-72 min-w-60 font-normal">
        <a href={`#smtp-${session.n}`} className="font-mono wrap-anywhere">
          <span className="text-soft">{session.preference}</span> {session.exchange}
        </a>
        <span className="text-soft block font-mono text-xs wrap-anywhere">
          {session.address}
          {again && ` · ${again}`}
        </span>
      </th>
      {cells.slice(0, within.length).map((cell) => (
        <Cell key={cell.stage} cell={cell} session={session} />
      ))}
      {beyond > 0 && (
        <td colSpan={beyond} className="text-soft">
          {hasConnected(session) && 'not sent'}
        </td>
      )}
    </tr>
  );
}

function hasConnected(session: Session): boolean {
  return stagesSoFar(session).some(({ stage, outcome }) => stage === 'connect' && outcome === 'ok');
}

function Cell({ cell, session }: { cell: MatrixCell; session: Session }) {
  if (cell.word === '') return <td />;
  const words = (
    <>
      <span className="flex items-center gap-1">
        {cell.tone !== 'good' && cell.tone !== 'none' && <ToneIcon tone={cell.tone} size={13} />}
        {cell.word}
      </span>
      {cell.time && <span className="text-soft block text-xs">{cell.time}</span>}
    </>
  );
  const { tone } = cell;
  const look = clsx(
    'block w-fit rounded-sm px-1.5 py-0.5 font-mono',
    tone === 'none' ? 'text-soft' : [TONE_FILL[tone], TONE_TEXT[tone]],
  );
  return (
    <td>
      {cell.line === null ? (
        <span className={look}>{words}</span>
      ) : (
        <a href={`#smtp-${session.n}-${cell.line}`} className={look}>
          {words}
        </a>
      )}
    </td>
  );
}
