import { clsx } from 'clsx';
import type { Report } from '@/lib/check/report';
import type { TraceStep } from '@/lib/dns/trace';
import { digCommand } from '@/lib/show/dig';
import { showMs } from '@/lib/show/duration';
import { questionsOf, recordLine, type Question } from '@/lib/show/questions';
import { STEP_TONE, STEP_WORD } from '@/lib/show/words';
import { CopyButton } from '@/components/ui/copy-button';
import { TONE_TEXT } from '@/components/ui/tone-icon';

/** Every step of the walk with its answer and the command that repeats it. */
export function QueryList({ report }: { report: Report }) {
  const { steps } = report.trace;
  if (steps.length === 0) return null;
  return (
    <details id="queries" className="fold panel panel-long mt-3">
      <summary className="text-link px-4.5 py-2.5 text-sm">Every query, with its dig command</summary>
      {questionsOf(steps).map((question) => (
        <QuestionBlock key={question.purpose} question={question} port={report.vantage.dnsPort} />
      ))}
    </details>
  );
}

function QuestionBlock({ question, port }: { question: Question; port: number | undefined }) {
  return (
    <div className="border-line border-t">
      <h3 className="bg-faint px-4.5 py-1.5 font-mono text-[13px] font-semibold wrap-anywhere">
        {question.purpose}
      </h3>
      <ol>
        {question.steps.map((step) => (
          <StepRow key={step.n} step={step} port={port} />
        ))}
      </ol>
    </div>
  );
}

function StepRow({ step, port }: { step: TraceStep; port: number | undefined }) {
  const asked = `${step.question.name === '.' ? '.' : `${step.question.name}.`} ${step.question.type}`;
  return (
    <li id={`dns-${step.n}`} className="lights border-line border-t px-4.5 py-2 text-[13px] first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-soft w-7 text-right font-mono tabular-nums">{step.n}</span>
        <span className="font-mono wrap-anywhere">{asked}</span>
        <span className="text-soft font-mono wrap-anywhere">
          {step.server.name} [{step.server.address}]
        </span>
        <span className={clsx('font-medium', TONE_TEXT[STEP_TONE[step.outcome]])}>
          {STEP_WORD[step.outcome]}
          {step.rejected && `, not used: ${step.rejected}`}
        </span>
        <span className="text-soft ml-auto whitespace-nowrap">{factsOf(step)}</span>
      </p>
      {step.detail && <p className="text-soft pl-10 wrap-anywhere">{step.detail}</p>}
      <Records step={step} />
      <p className="flex flex-wrap items-baseline gap-x-3 pl-10">
        <code className="text-soft font-mono wrap-anywhere">{digCommand(step, port)}</code>
        <CopyButton quiet source={{ before: true }} label="Copy" />
      </p>
    </li>
  );
}

function factsOf(step: TraceStep): string {
  const words = [step.transport.toUpperCase(), step.edns ? 'EDNS' : 'no EDNS'];
  if (step.authoritative) words.push('authoritative');
  if (step.truncated) words.push('truncated');
  if (step.bytes > 0) words.push(`${step.bytes} bytes`);
  return [...words, showMs(step.ms)].join(' · ');
}

function Records({ step }: { step: TraceStep }) {
  const sections = [
    ['answer', step.answer],
    ['authority', step.authority],
    ['additional', step.additional],
  ] as const;
  return sections.map(
    ([name, records]) =>
      records.length > 0 && (
        <div key={name} className="grid gap-x-3 pl-10 md:grid-cols-[80px_minmax(0,1fr)]">
          <span className="text-soft">{name}</span>
          <pre className="font-mono wrap-anywhere whitespace-pre-wrap">
            {records.map(recordLine).join('\n')}
          </pre>
        </div>
      ),
  );
}
