import type { Metadata } from 'next';
import Link from 'next/link';
import { z } from 'zod';
import {
  pauseBatchFromForm,
  removeBatchFromForm,
  resumeBatchFromForm,
  stopBatchFromForm,
} from '@/app/batch-actions';
import { BatchCountsView, ChangeCounts, findingName } from '@/components/batch/batch-counts';
import { BatchProgress } from '@/components/batch/batch-progress';
import { TargetRow } from '@/components/batch/target-row';
import { LivePart } from '@/components/domain/live-list';
import { AnchorButton, Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { LocalTime } from '@/components/ui/local-time';
import { PageHead } from '@/components/ui/page-head';
import { Paging } from '@/components/ui/paging';
import { Panel, PanelNote } from '@/components/ui/panel';
import { PressForm } from '@/components/ui/press-form';
import { Section } from '@/components/ui/section';
import { TargetChange, TargetOutcome, TargetState } from '@/lib/batch/batch';
import { ownLink } from '@/lib/own-link';
import { perform, permissions } from '@/lib/server/http/perform';
import { ListTargets } from '@/lib/server/verbs/batch-input';
import { batchTargets, type BatchView, readBatch } from '@/lib/server/verbs/batches';
import {
  BATCH_DEPTH_WORD,
  countOf,
  TARGET_CHANGE_WORD,
  TARGET_OUTCOME_WORD,
  TARGET_STATE_WORD,
} from '@/lib/show/batch-words';

export const metadata: Metadata = { title: 'Batch', robots: { index: false, follow: false } };

const LISTED = 50;

const { state, outcome, change, finding, q, after } = ListTargets.shape;

/** What is no filter of ours filters nothing. */
const Filters = z.object({
  state: state.catch(undefined),
  outcome: outcome.catch(undefined),
  change: change.catch(undefined),
  finding: finding.catch(undefined),
  q: q.catch(undefined),
  after: after.catch(undefined),
});

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const ACTS = { pause: pauseBatchFromForm, resume: resumeBatchFromForm, stop: stopBatchFromForm };

export default async function BatchPage({ params, searchParams }: Props) {
  const { id } = await params;
  const given = Object.entries(await searchParams).filter(([, value]) => value !== '');
  const { after: place, ...filter } = Filters.parse(Object.fromEntries(given));
  const batch = await perform(readBatch, { id });
  const { items, next } = await perform(batchTargets, { id, ...filter, after: place, limit: LISTED });
  const may = await permissions();
  const chosen = Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const isLive = batch.state === 'reading' || batch.state === 'running' || batch.counts.states.running > 0;
  const hrefOf = (query: Record<string, string>) => `/batch/${id}?${new URLSearchParams(query)}#targets`;
  return (
    <>
      <PageHead
        above={
          <Link href="/batch" prefetch={false}>
            Batches
          </Link>
        }
        title={batch.name === '' ? countOf(batch.targets, 'target', 'targets') : batch.name}
        about={<About batch={batch} />}
      />
      <LivePart id="progress" isLive={isLive}>
        <div className="mt-5">
          <BatchProgress batch={batch} acts={may('start-batches') ? ACTS : null} />
        </div>
      </LivePart>
      <LivePart id="counts" isLive={isLive}>
        {batch.former !== null && (
          <Section
            id="differences"
            title="Since the former run"
            about={
              <>
                of{' '}
                <a href={ownLink(`/batch/${batch.former.id}`)}>
                  <LocalTime iso={batch.former.at.toISOString()} />
                </a>
              </>
            }
          >
            <ChangeCounts counts={batch.counts} hrefOf={hrefOf} />
          </Section>
        )}
        <Section id="counts" title="Results">
          <BatchCountsView counts={batch.counts} hrefOf={hrefOf} />
        </Section>
      </LivePart>
      <Section
        id="targets"
        title="Targets"
        about="in the order of the list"
        aside={
          <AnchorButton href={`/api/batches/${id}/results.csv?${new URLSearchParams(chosen)}`} download>
            Export as CSV
          </AnchorButton>
        }
      >
        <FilterForm id={id} chosen={chosen} batch={batch} />
        <LivePart id="rows" isLive={isLive}>
          {items.length === 0 ? (
            <PanelNote>None.</PanelNote>
          ) : (
            <Panel as="ol">
              {items.map((target) => (
                <TargetRow key={target.position} target={target} />
              ))}
            </Panel>
          )}
          <Paging
            newest={place === undefined ? null : hrefOf(chosen)}
            older={next === null ? null : hrefOf({ ...chosen, after: String(next) })}
            words={['First page', 'Next page']}
          />
        </LivePart>
      </Section>
      {may('remove') && batch.endedAt !== null && (
        <div className="screen-only mt-10">
          <PressForm act={removeBatchFromForm} label="Remove this batch" field={{ name: 'id', value: id }} />
          <p className="text-soft text-note mt-1">For good. The checks stay as long as checks are kept.</p>
        </div>
      )}
    </>
  );
}

function About({ batch }: { batch: BatchView }) {
  const { name, targets, invalid, repeats, startedBy, createdAt, depth } = batch;
  return (
    <>
      {name !== '' && `${countOf(targets, 'target', 'targets')}, `}begun{' '}
      <LocalTime iso={createdAt.toISOString()} />
      {startedBy !== null && ` by ${startedBy}`}. {`Checked ${BATCH_DEPTH_WORD[depth]}.`}
      {invalid > 0 && ` ${countOf(invalid, 'line is no target', 'lines are no targets')}.`}
      {repeats > 0 && ` ${countOf(repeats, 'line names a target again', 'lines name a target again')}.`}
    </>
  );
}

interface FilterFormProps {
  id: string;
  chosen: Record<string, string>;
  batch: BatchView;
}

/** The filter stands in the address, so that it can be handed on. */
function FilterForm({ id, chosen, batch: { counts, formerId } }: FilterFormProps) {
  return (
    <form
      action={ownLink(`/batch/${id}#targets`)}
      className="screen-only mb-4 flex flex-wrap items-end gap-x-3 gap-y-2"
    >
      <Field label="Text of the line">
        <Input exact name="q" defaultValue={chosen['q']} className="font-mono" />
      </Field>
      <Choice
        name="state"
        label="State"
        all={TargetState.options}
        words={TARGET_STATE_WORD}
        chosen={chosen}
      />
      <Choice
        name="outcome"
        label="Outcome"
        all={TargetOutcome.options}
        words={TARGET_OUTCOME_WORD}
        chosen={chosen}
      />
      <Field label="Finding">
        <Select name="finding" defaultValue={chosen['finding'] ?? ''}>
          <option value="">all</option>
          {codesOf(counts.findings, chosen['finding']).map((code) => (
            <option key={code} value={code}>
              {findingName(code)}
            </option>
          ))}
        </Select>
      </Field>
      {formerId !== null && (
        <Choice
          name="change"
          label="Since the former run"
          all={['differs', ...TargetChange.options]}
          words={{ ...TARGET_CHANGE_WORD, differs: 'Not as before' }}
          chosen={chosen}
        />
      )}
      <Button>Show</Button>
    </form>
  );
}

interface ChoiceProps<Word extends string> {
  name: string;
  label: string;
  all: readonly Word[];
  words: Readonly<Record<Word, string>>;
  chosen: Record<string, string>;
}

function Choice<Word extends string>({ name, label, all, words, chosen }: ChoiceProps<Word>) {
  return (
    <Field label={label}>
      <Select name={name} defaultValue={chosen[name] ?? ''}>
        <option value="">all</option>
        {all.map((one) => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Also the chosen one where no target has it. */
function codesOf(findings: BatchView['counts']['findings'], chosen: string | undefined): string[] {
  return [...new Set([...findings.map(({ code }) => code), ...(chosen === undefined ? [] : [chosen])])];
}
