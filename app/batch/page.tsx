import type { Metadata } from 'next';
import { BatchForm } from '@/components/batch/batch-form';
import { BatchRow } from '@/components/batch/batch-row';
import { LivePart } from '@/components/domain/live-list';
import { PageHead } from '@/components/ui/page-head';
import { Paging } from '@/components/ui/paging';
import { Panel, PanelNote } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { batchProblem } from '@/lib/server/http/batch-problem';
import { perform, permissions } from '@/lib/server/http/perform';
import { listBatches } from '@/lib/server/verbs/batches';

export const metadata: Metadata = { title: 'Batches', robots: { index: false, follow: false } };

const LISTED = 30;

interface Props {
  searchParams: Promise<{ cursor?: string | string[]; problem?: string | string[] }>;
}

/** Where a list is handed over, and those of lately. */
export default async function BatchesPage({ searchParams }: Props) {
  const { cursor, problem } = await searchParams;
  const may = await permissions();
  return (
    <>
      <PageHead
        title="Check a list"
        about="Up to 100,000 domains and mailboxes, each once. Domains take turns, and all limits hold, so a long list takes its time. Lines that are no targets stay in the result with the reason. Servers are asked up to their greeting; no message is sent."
      />
      {may('start-batches') ? (
        <BatchForm problem={batchProblem(problem)} withDepth={may('administer')} />
      ) : (
        <PanelNote className="mt-4">A list is checked by those who are signed in.</PanelNote>
      )}
      {may('list-own') && <Batches cursor={typeof cursor === 'string' ? cursor : undefined} />}
    </>
  );
}

async function Batches({ cursor }: { cursor: string | undefined }) {
  const { items, next } = await perform(listBatches, { cursor, limit: LISTED });
  return (
    <Section id="batches" title="Batches" about="newest first">
      {items.length === 0 ? (
        <PanelNote>{cursor === undefined ? 'None yet.' : 'Nothing older.'}</PanelNote>
      ) : (
        <LivePart id="batches" isLive={items.some(({ state }) => state === 'running' || state === 'reading')}>
          <Panel as="ol">
            {items.map((batch) => (
              <BatchRow key={batch.id} batch={batch} />
            ))}
          </Panel>
        </LivePart>
      )}
      <Paging
        newest={cursor === undefined ? null : '/batch'}
        older={next === null ? null : `/batch?cursor=${encodeURIComponent(next)}`}
      />
    </Section>
  );
}
