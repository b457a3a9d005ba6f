import { clsx } from 'clsx';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { decisiveSession } from '@/lib/report/decisive-session';
import { isUnderWay } from '@/lib/show/decisive';
import { MATRIX_STAGES, matrixRow, stagesOfDepth, worstCell, type MatrixCell } from '@/lib/show/matrix';
import { type MatrixRow, matrixRows } from '@/lib/show/matrix-rows';
import { hasMatrix, PART_WORD } from '@/lib/show/page-parts';
import { tryWords } from '@/lib/show/tls-words';
import { stagesSoFar } from '@/lib/show/stages-so-far';
import { STAGE_WORD } from '@/lib/show/words';
import { Panel } from '@/components/ui/panel';
import { TONE_FILL, TONE_TEXT } from '@/components/ui/tone';
import { Section } from '@/components/ui/section';
import { ToneIcon } from '@/components/ui/tone-icon';
import { SenderSteps } from './sender-steps';

/** One row per address of each exchange, one column per stage; on a phone what the row came to stands first. */
export function Matrix({ report }: { report: Report }) {
  if (!hasMatrix(report)) return null;
  const decisive = decisiveSession(report)?.n;
  const { depth } = report.options;
  return (
    <Section id="matrix" title={PART_WORD.matrix} about="each address, stage by stage">
      <Panel className="matrix-frame" tabIndex={0} role="region" aria-label="Sessions, stage by stage">
        <table className={clsx('matrix text-note', depth !== 'message' && 'matrix-short')}>
          <thead>
            <tr className="bg-faint text-soft">
              <th scope="col">Mail server</th>
              <th scope="col" className="matrix-worst">
                Came to
              </th>
              {MATRIX_STAGES.map((stage) => (
                <th key={stage} scope="col" className="whitespace-nowrap">
                  {STAGE_WORD[stage]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrixRows(report, isUnderWay(report)).map((row) => (
              <Row
                key={row.session?.n ?? `${row.exchange} ${row.address}`}
                row={row}
                depth={depth}
                isDecisive={row.session !== null && row.session.n === decisive}
              />
            ))}
          </tbody>
        </table>
      </Panel>
      <SenderSteps report={report} />
    </Section>
  );
}

interface RowProps {
  row: MatrixRow;
  depth: Report['options']['depth'];
  isDecisive: boolean;
}

function Row({ row: { session, exchange, preference, address }, depth, isDecisive }: RowProps) {
  const within = stagesOfDepth(depth);
  const cells = session === null ? [] : matrixRow(session);
  const worst = worstCell(cells);
  const again = session === null ? '' : tryWords(session);
  const name = (
    <>
      <span className="text-soft">{preference}</span> {exchange}
    </>
  );
  return (
    <tr className={clsx(isDecisive && 'matrix-decisive')}>
      <th scope="row">
        {session === null ? (
          <span className="text-soft font-mono wrap-anywhere">{name}</span>
        ) : (
          <a href={`#smtp-${session.n}`} className="font-mono wrap-anywhere">
            {name}
          </a>
        )}
        <span className="text-soft block font-mono text-xs wrap-anywhere">
          {address}
          {again && ` · ${again}`}
        </span>
      </th>
      <Cell cell={worst} session={session} named />
      {MATRIX_STAGES.slice(0, within.length).map((stage) => (
        <Cell key={stage} cell={cells.find((one) => one.stage === stage) ?? null} session={session} />
      ))}
      {within.length < MATRIX_STAGES.length && (
        <td colSpan={MATRIX_STAGES.length - within.length} className="text-soft">
          {session !== null && hasConnected(session) && 'not sent'}
        </td>
      )}
    </tr>
  );
}

function hasConnected(session: Session): boolean {
  return stagesSoFar(session).some(({ stage, outcome }) => stage === 'connect' && outcome === 'ok');
}

interface CellProps {
  cell: MatrixCell | null;
  session: Session | null;
  /** Stands for the whole row, with the name of its stage. */
  named?: boolean;
}

function Cell({ cell, session, named = false }: CellProps) {
  const place = named ? 'matrix-worst' : undefined;
  if (cell === null || session === null || cell.word === '') return <td className={place} />;
  const words = (
    <>
      <span className="flex items-center gap-1">
        {cell.tone !== 'good' && cell.tone !== 'none' && <ToneIcon tone={cell.tone} size={13} />}
        {cell.word}
      </span>
      {named ? (
        <span className="text-soft block text-xs">{STAGE_WORD[cell.stage]}</span>
      ) : (
        cell.time && <span className="text-soft block text-xs">{cell.time}</span>
      )}
    </>
  );
  const { tone } = cell;
  const look = clsx(
    'block w-fit rounded-sm px-1.5 py-0.5 font-mono',
    tone === 'none' ? 'text-soft' : [TONE_FILL[tone], TONE_TEXT[tone]],
  );
  return (
    <td className={place}>
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
