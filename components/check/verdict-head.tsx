import Link from 'next/link';
import { clsx } from 'clsx';
import { Braces, FileText, RotateCw, Square } from 'lucide-react';
import type { Report } from '@/lib/report/report';
import { decisiveSession } from '@/lib/report/decisive-session';
import { isUnderWay } from '@/lib/show/decisive';
import { showMs } from '@/lib/show/duration';
import { progressSentence } from '@/lib/show/progress';
import { depthWords, layerWords, OUTCOME_TONE, OUTCOME_WORD, SIDE_WORD, STATUS_WORD } from '@/lib/show/words';
import { CopyButton } from '@/components/ui/copy-button';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';

/** What the buttons of a check do; they are forms, so they work without a script. */
export interface CheckActions {
  stop(form: FormData): Promise<void>;
  runAgain(form: FormData): Promise<void>;
  askRetest(form: FormData): Promise<void>;
  stopRetest(form: FormData): Promise<void>;
}

interface VerdictHeadProps {
  report: Report;
  actions: CheckActions;
  live: boolean;
}

export function VerdictHead({ report, actions, live }: VerdictHeadProps) {
  const { target, verdict } = report;
  return (
    <header id="verdict" className="pt-6">
      <p className="text-soft flex flex-col text-sm md:flex-row md:flex-wrap md:gap-x-2">
        <span>
          Check of{' '}
          <span className="text-ink font-mono text-[13px] break-all">
            {target.mailbox ?? target.domainUnicode}
          </span>
        </span>
        <LocalTime iso={report.startedAt} />
        {target.kind !== 'literal' && (
          <Link href={`/domain/${encodeURIComponent(target.domain)}`} prefetch={false} className="underline">
            history of {target.domainUnicode}
          </Link>
        )}
      </p>
      <h1
        className={clsx(
          'mt-1.5 mb-2.5 max-w-[36em] text-[23px] leading-tight font-semibold tracking-[-0.015em] wrap-anywhere md:text-[28px]',
          live && 'min-h-[3.75em] md:min-h-[2.5em]',
        )}
      >
        {verdict?.headline ?? progressSentence(report)}
      </h1>
      <Tags report={report} live={live} />
      <QueueId report={report} />
      {(verdict || live) && <PlainWords text={verdict?.plain ?? null} live={live} />}
      <Buttons report={report} actions={actions} />
    </header>
  );
}

function Tags({ report, live }: { report: Report; live: boolean }) {
  const { verdict } = report;
  return (
    <div className={clsx('flex min-h-7 flex-wrap content-start gap-2', live && 'max-md:min-h-32')}>
      {report.status !== 'done' && (
        <Tag>
          {isUnderWay(report) && <span aria-hidden className="pulse bg-link size-2 rounded-full" />}
          {STATUS_WORD[report.status]}
        </Tag>
      )}
      {verdict && (
        <>
          <Tag tone={OUTCOME_TONE[verdict.outcome]} icon>
            {OUTCOME_WORD[verdict.outcome]}
            {statusCode(report)}
          </Tag>
          {verdict.outcome !== 'accepted' && <Tag>{SIDE_WORD[verdict.side]}</Tag>}
          {verdict.layer !== null && <Tag>{layerWords(verdict.layer, verdict.stage)}</Tag>}
          <Tag>{depthWords(verdict)}</Tag>
        </>
      )}
      {report.durationMs !== null && <Tag>All done after {showMs(report.durationMs)}</Tag>}
    </div>
  );
}

/** After a message was taken: the one thing that leads the other administrator to it. */
function QueueId({ report }: { report: Report }) {
  const id = report.verdict?.outcome === 'accepted' ? decisiveSession(report)?.queueId : null;
  if (!id) return null;
  return (
    <div className="panel mt-4 w-fit max-w-full px-4 py-3">
      <p className="text-soft text-[13px]">Queue id</p>
      <p className="font-mono text-[22px] leading-snug font-semibold wrap-anywhere md:text-[26px]">{id}</p>
      <CopyButton quiet source={{ before: true }} label="Copy queue id" />
      <p className="text-soft mt-1 text-[13px]">This is what the other administrator greps for in the log.</p>
    </div>
  );
}

function statusCode(report: Report): string {
  const reply = decisiveSession(report)?.reply;
  return reply ? ` (${reply.enhanced ?? reply.code})` : '';
}

/** The answer for a person who knows nothing of mail; while the check runs, the place where it will stand. */
function PlainWords({ text, live }: { text: string | null; live: boolean }) {
  return (
    <div
      className={clsx('border-line mt-4 max-w-[68ch] border-l-[3px] pl-3', live && 'min-h-41 md:min-h-23')}
    >
      {text === null ? (
        <p className="text-soft">The answer in plain words will stand here.</p>
      ) : (
        <>
          <p>{text}</p>
          <CopyButton quiet source={{ before: true }} label="Copy for the person who asked" />
        </>
      )}
    </div>
  );
}

function Buttons({ report, actions }: { report: Report; actions: CheckActions }) {
  return (
    <div className="screen-only mt-4.5 flex flex-wrap gap-2">
      {isUnderWay(report) && (
        <form action={actions.stop} className="needs-script">
          <input type="hidden" name="id" value={report.id} />
          <button className="btn">
            <Square aria-hidden size={14} /> Stop
          </button>
        </form>
      )}
      <CopyButton main source={{ page: true }} label="Copy link" />
      <CopyButton source={{ from: `/check/${report.id}/report.txt` }} label="Copy as text" />
      {!isUnderWay(report) && <RunAgain report={report} actions={actions} />}
      <a className="btn" href={`/check/${report.id}/report.json`} download={`mxproof-${report.id}.json`}>
        <Braces aria-hidden size={15} /> Download JSON
      </a>
      <a className="btn" href={`/check/${report.id}/report.txt`}>
        <FileText aria-hidden size={15} /> Plain text
      </a>
    </div>
  );
}

/**
 * A check that sends a message goes back to the form: a second message wants a second confirmation. So does a page
 * without a script: it sends no referrer, and browsers then post forms without saying from where, which is refused.
 */
function RunAgain({ report, actions }: { report: Report; actions: CheckActions }) {
  const label = (
    <>
      <RotateCw aria-hidden size={15} /> Run again
    </>
  );
  const sends = report.options.depth === 'message';
  return (
    <>
      <Link
        className={clsx('btn', !sends && 'without-script')}
        href={`/?again=${report.id}`}
        prefetch={false}
      >
        {label}
      </Link>
      {!sends && (
        <form action={actions.runAgain} className="needs-script">
          <input type="hidden" name="id" value={report.id} />
          <button className="btn">{label}</button>
        </form>
      )}
    </>
  );
}
