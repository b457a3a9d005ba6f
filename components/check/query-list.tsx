import type { Report } from '@/lib/report/report';
import type { ResolverAnswer, TraceStep } from '@/lib/dns/trace';
import { clipped, createClipper } from '@/lib/show/clipped';
import { digCommand, resolverDigCommand } from '@/lib/show/dig';
import { showMs } from '@/lib/show/duration';
import { answerLines, questionsOf, recordLines, sameRecords, type QuestionBlock } from '@/lib/show/questions';
import { STEP_TONE, STEP_WORD } from '@/lib/show/words';
import { Fold } from '@/components/ui/fold';
import { detailWords } from '@/lib/show/detail-words';
import { TONE_TEXT } from '@/components/ui/tone';

/** Characters of records that are drawn whole: a check of many servers has some fifty thousand. Of each answer after them, few. */
const RECORDS_DRAWN = 200_000;
const FEW_DRAWN = 512;

/** Every step of the walk with its answer and the command that repeats it. */
export function QueryList({ report }: { report: Report }) {
  const { steps } = report.trace;
  if (steps.length === 0) return null;
  const clip = createClipper(RECORDS_DRAWN, FEW_DRAWN);
  return (
    <Fold
      id="queries"
      framed
      className="screen-only mt-3"
      summary="Every query, with its dig command"
      summaryLook="text-link px-4.5 py-2.5 text-sm"
    >
      {questionsOf(steps).map((question) => (
        <Question
          key={question.title}
          question={question}
          rows={question.steps.map((step) => rowOf(step, question.steps, clip))}
          port={report.vantage.dnsPort}
        />
      ))}
      {report.resolvers.length > 0 && <Resolvers answers={report.resolvers} />}
    </Fold>
  );
}

/** What resolvers said, which is compared with the answer of the servers and used for nothing else. */
function Resolvers({ answers }: { answers: ResolverAnswer[] }) {
  return (
    <div className="border-line border-t">
      <h3 className="bg-faint text-note px-4.5 py-1.5 font-mono font-semibold">resolvers, to compare</h3>
      <ol>
        {answers.map((answer, index) => (
          <li key={answer.resolver} id={`resolver-${index + 1}`} className="step lights">
            <p>
              <code>{`${answer.question.name}. ${answer.question.type}`}</code>
              <code>{answer.resolver}</code>
              <em className={TONE_TEXT[STEP_TONE[answer.outcome]]}>{STEP_WORD[answer.outcome]}</em>
              <small>{showMs(answer.ms)}</small>
            </p>
            {answer.detail && <p>{answer.detail}</p>}
            {answer.records.length > 0 && <pre>{clipped(answerLines(answer.records), FEW_DRAWN * 8)}</pre>}
            <button type="button" data-copy-own="" className="dig" title="Copy">
              {resolverDigCommand(answer)}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface QuestionProps {
  question: QuestionBlock;
  rows: QueryRow[];
  port: number | undefined;
}

function Question({ question: { title }, rows, port }: QuestionProps) {
  return (
    <div className="border-line border-t">
      <h3 className="bg-faint text-note px-4.5 py-1.5 font-mono font-semibold wrap-anywhere">{title}</h3>
      <ol>
        {rows.map((row) => (
          <StepRow key={row.step.n} {...row} port={port} />
        ))}
      </ol>
    </div>
  );
}

interface QueryRow {
  step: TraceStep;
  /** An earlier step that gave the very same records. */
  same: TraceStep | null;
  /** As they are drawn; empty where they stand at that step. */
  records: string;
}

function rowOf(step: TraceStep, steps: readonly TraceStep[], clip: (text: string) => string): QueryRow {
  const same = sameRecords(step, steps);
  return { step, same, records: same === null ? clip(recordLines(step)) : '' };
}

/** There may be hundreds of them on a page, so their look is in the style sheet and their texts are whole. */
function StepRow({ step, same, records, port }: QueryRow & { port: number | undefined }) {
  const { n, server, question } = step;
  const at = `${server.name} [${server.address}]`;
  const detail = detailWords(step);
  const command = (
    <button type="button" data-copy-own="" className="dig" title="Copy">
      {digCommand(step, port)}
    </button>
  );
  if (same !== null)
    return (
      <li id={`dns-${n}`} className="step lights">
        <p>
          <b>{n}</b>
          {`${at} gave the same records as query ${same.n} · ${factsOf(step)}`}
        </p>
        {command}
      </li>
    );
  return (
    <li id={`dns-${n}`} className="step lights">
      <p>
        <b>{n}</b>
        <code>{`${question.name === '.' ? '.' : `${question.name}.`} ${question.type}`}</code>
        <code>{at}</code>
        <em className={TONE_TEXT[STEP_TONE[step.outcome]]}>{outcomeWords(step)}</em>
        <small>{factsOf(step)}</small>
      </p>
      {detail !== null && <p>{detail}</p>}
      {records !== '' && <pre>{records}</pre>}
      {command}
    </li>
  );
}

function outcomeWords({ outcome, rejected }: TraceStep): string {
  return rejected === null ? STEP_WORD[outcome] : `${STEP_WORD[outcome]}, not used: ${rejected}`;
}

function factsOf(step: TraceStep): string {
  const words = [step.transport.toUpperCase(), step.edns ? 'EDNS' : 'no EDNS'];
  if (step.authoritative) words.push('authoritative');
  if (step.truncated) words.push('truncated');
  if (step.bytes > 0) words.push(`${step.bytes} bytes`);
  if (step.heldMs !== undefined) words.push(`held back here for ${showMs(step.heldMs)} before`);
  return [...words, showMs(step.ms)].join(' · ');
}
