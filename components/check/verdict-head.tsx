import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import { Braces, FileText, GitCompare, Link2, RotateCw, Square } from 'lucide-react';
import type { Report } from '@/lib/report/report';
import { ownLink } from '@/lib/own-link';
import { decisiveSession } from '@/lib/report/decisive-session';
import { isUnderWay } from '@/lib/show/decisive';
import { clipped } from '@/lib/show/clipped';
import { showMs } from '@/lib/show/duration';
import { progressSentence } from '@/lib/show/progress';
import { depthWords, layerWords, outcomeTone, outcomeWord, SIDE_WORD, STATUS_WORD } from '@/lib/show/words';
import { ActionForm, type FormAction } from '@/components/ui/action-form';
import { Advice } from '@/components/ui/advice';
import { AnchorButton, Button, buttonLook } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { PlainWords } from '@/components/ui/plain-words';
import { PageTitle } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { CopyButton } from '@/components/ui/copy-button';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import { WholeLink } from '@/components/ui/whole-link';

/** Characters drawn of one text: it may quote what the other side says. */
const DRAWN = 2_048;

/** What the buttons of a check do; they are forms, so they work without a script. Null: not for whoever reads the page. */
export interface CheckActions {
  stop: FormAction | null;
  runAgain: FormAction | null;
  askRetest: FormAction | null;
  stopRetest: FormAction | null;
  /** Id of the check with which this one is compared first; null where there is none. */
  former: string | null;
  /** Whether links for others may be made of it. */
  share: boolean;
  /** Whether what else is kept of the domain may be seen. */
  seesHistory: boolean;
}

interface VerdictHeadProps {
  report: Report;
  actions: CheckActions;
  live: boolean;
  waiting: ReactNode;
}

export function VerdictHead({ report, actions, live, waiting }: VerdictHeadProps) {
  const { target, verdict } = report;
  return (
    <header id="verdict" className="pt-6">
      <p className="text-soft flex flex-col text-sm md:flex-row md:flex-wrap md:gap-x-2">
        <span>
          Check of{' '}
          <span className="text-ink text-note font-mono break-all">
            {target.mailbox ?? target.domainUnicode}
          </span>
        </span>
        {target.kind !== 'literal' && actions.seesHistory && (
          <a href={ownLink(`/domain/${encodeURIComponent(target.domain)}`)} className="underline">
            history of {target.domainUnicode}
          </a>
        )}
        <span className={clsx('flex flex-wrap items-center gap-2', live && 'min-h-7')}>
          <span className={clsx(live && 'min-w-48')}>
            <LocalTime iso={report.startedAt} />
          </span>
          {isUnderWay(report) && <RunningTag status={report.status} />}
        </span>
      </p>
      <PageTitle className={clsx('mt-1.5 mb-2.5', live && 'room-for-verdict')}>
        {clipped(verdict?.headline ?? progressSentence(report), DRAWN)}
      </PageTitle>
      <Tags report={report} live={live} waiting={waiting} />
      <QueueId report={report} />
      {(verdict || live) && <Plainly text={verdict && clipped(verdict.plain, DRAWN)} live={live} />}
      <p className="print-only text-note mt-3 font-mono wrap-anywhere">
        <WholeLink path={`/check/${report.id}`} />
      </p>
      <Buttons report={report} actions={actions} live={live} />
    </header>
  );
}

function RunningTag({ status }: Pick<Report, 'status'>) {
  return (
    <Tag>
      <span aria-hidden className="pulse bg-link size-2 rounded-full" />
      {STATUS_WORD[status]}
    </Tag>
  );
}

/** What the verdict says in short; until there is one, what is waited for. */
function Tags({ report, live, waiting }: Omit<VerdictHeadProps, 'actions'>) {
  const { verdict } = report;
  return (
    <div className={clsx('flex min-h-7 flex-wrap content-start gap-2', live && 'max-md:min-h-32')}>
      {verdict === null && waiting}
      {verdict && (
        <>
          <Tag tone={outcomeTone(verdict)} icon>
            {outcomeWord(verdict)}
            {statusCode(report)}
          </Tag>
          {(verdict.outcome !== 'accepted' || verdict.side !== 'none') && (
            <Tag>{SIDE_WORD[verdict.side]}</Tag>
          )}
          {verdict.layer !== null && <Tag>{layerWords(verdict.layer, verdict.stage)}</Tag>}
          <Tag>{depthWords(verdict)}</Tag>
        </>
      )}
      {!isUnderWay(report) && report.status !== 'done' && <Tag>{STATUS_WORD[report.status]}</Tag>}
      {report.durationMs !== null && <Tag>All done after {showMs(report.durationMs)}</Tag>}
    </div>
  );
}

/** After a message was taken: the one thing that leads the other administrator to it. */
function QueueId({ report }: { report: Report }) {
  const id = report.verdict?.outcome === 'accepted' ? decisiveSession(report)?.queueId : null;
  if (!id) return null;
  return (
    <Panel className="mt-4 w-fit max-w-full px-4 py-3">
      <p className="text-soft text-note">Queue id</p>
      <p className="text-title font-mono leading-snug font-semibold wrap-anywhere">{id}</p>
      <CopyButton quiet source={{ before: true }} label="Copy queue id" />
      <p className="text-soft text-note mt-1">This is what the other administrator greps for in the log.</p>
    </Panel>
  );
}

function statusCode(report: Report): string {
  const reply = decisiveSession(report)?.reply;
  return reply ? ` (${reply.enhanced ?? reply.code})` : '';
}

/** The answer for a person who knows nothing of mail; while the check runs, the place where it will stand. */
function Plainly({ text, live }: { text: string | null; live: boolean }) {
  const look = clsx('mt-4', live && 'min-h-74 md:min-h-40');
  if (text !== null) return <PlainWords text={text} className={look} />;
  return (
    <Advice className={look}>
      <p className="text-soft">The answer in plain words will stand here.</p>
      <noscript>
        <p className="text-soft">Without scripts this page does not move by itself: reload it to see more.</p>
      </noscript>
    </Advice>
  );
}

/** What comes and goes with the state of the check stands last, so that nothing else moves. */
function Buttons({ report, actions, live }: Pick<VerdictHeadProps, 'report' | 'actions' | 'live'>) {
  const { former } = actions;
  const hasEnded = !isUnderWay(report);
  return (
    <div
      className={clsx(
        'screen-only mt-4.5 flex flex-wrap content-start gap-2',
        live && former !== null && 'max-md:min-h-32',
      )}
    >
      <CopyButton main source={{ page: true }} label="Copy link" />
      <CopyButton source={{ from: `/check/${report.id}/report.txt` }} label="Copy as text" />
      <MoreForms id={report.id} />
      {former !== null && (
        <AnchorButton href={`/compare?a=${former}&b=${report.id}`}>
          <GitCompare aria-hidden size={15} /> Compare with the former
        </AnchorButton>
      )}
      {!hasEnded && actions.stop && (
        <ActionForm action={actions.stop} data-stays="" className="needs-script">
          <input type="hidden" name="id" value={report.id} />
          <Button>
            <Square aria-hidden size={14} /> Stop
          </Button>
        </ActionForm>
      )}
      {hasEnded && actions.share && (
        <a className={buttonLook()} href="#share">
          <Link2 aria-hidden size={15} /> Share …
        </a>
      )}
      {hasEnded && actions.runAgain && <RunAgain report={report} run={actions.runAgain} />}
    </div>
  );
}

/** What fewer people come for. */
function MoreForms({ id }: Pick<Report, 'id'>) {
  return (
    <Fold summary="More …" summaryLook={buttonLook()}>
      <div className="mt-2 flex flex-wrap gap-2">
        <CopyButton source={{ from: `/check/${id}/report.md` }} label="Copy as Markdown" />
        <AnchorButton href={`/check/${id}/report.json`} download={`mxproof-${id}.json`}>
          <Braces aria-hidden size={15} /> Download JSON
        </AnchorButton>
        <AnchorButton href={`/check/${id}/report.txt?full=1`}>
          <FileText aria-hidden size={15} /> Plain text of everything
        </AnchorButton>
      </div>
    </Fold>
  );
}

/**
 * A check that sends a message goes back to the form: a second message wants a second confirmation. So does a page
 * without a script: it sends no referrer, and browsers then post forms without saying from where, which is refused.
 */
function RunAgain({ report, run }: { report: Report; run: FormAction }) {
  const sends = report.options.depth === 'message';
  const label = (
    <>
      <RotateCw aria-hidden size={15} /> Run again and compare
    </>
  );
  return (
    <>
      <AnchorButton className={clsx(!sends && 'without-script')} href={`/?again=${report.id}`}>
        {label}
      </AnchorButton>
      {!sends && (
        <ActionForm action={run} className="needs-script">
          <input type="hidden" name="id" value={report.id} />
          <Button>{label}</Button>
        </ActionForm>
      )}
    </>
  );
}
