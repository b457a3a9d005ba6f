import type { Metadata } from 'next';
import { z } from 'zod';
import { CheckRow } from '@/components/domain/check-row';
import { LiveList } from '@/components/domain/live-list';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { PageHead } from '@/components/ui/page-head';
import { Paging } from '@/components/ui/paging';
import { Panel, PanelNote } from '@/components/ui/panel';
import { ownLink } from '@/lib/own-link';
import { VerdictOutcome } from '@/lib/report/finding';
import { perform } from '@/lib/server/http/perform';
import { ListChecks, listChecks } from '@/lib/server/verbs/list-checks';
import { OUTCOME_WORD } from '@/lib/show/words';

export const metadata: Metadata = { title: 'Checks', robots: { index: false, follow: false } };

const LISTED = 50;

const { domain, outcome, cursor } = ListChecks.shape;

/** What is no filter of ours, or none that there is, filters nothing. */
const Filters = z.object({
  domain: domain.catch(undefined),
  outcome: outcome.catch(undefined),
  cursor: cursor.catch(undefined),
  routine: z.enum(['yes', 'no']).catch('no'),
});

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ChecksPage({ searchParams }: Props) {
  // A form sends its empty fields, too.
  const given = Object.entries(await searchParams).filter(([, value]) => value !== '');
  const filters = Filters.parse(Object.fromEntries(given));
  const { domain, outcome, cursor, routine } = filters;
  const { items, next } = await perform(listChecks, { ...filters, limit: LISTED });
  const chosen = {
    ...(domain !== undefined && { domain }),
    ...(outcome !== undefined && { outcome }),
    ...(routine === 'yes' && { routine }),
  };
  return (
    <>
      <PageHead title="Checks" about="All that were made here, newest first." />
      <form action={ownLink('/checks')} className="screen-only mt-4 flex flex-wrap items-end gap-3">
        <Field label="Domain">
          <Input exact name="domain" defaultValue={domain} className="font-mono" />
        </Field>
        <Field label="Outcome">
          <Select name="outcome" defaultValue={outcome ?? ''}>
            <option value="">all</option>
            <option value="under-way">under way</option>
            {VerdictOutcome.options.map((one) => (
              <option key={one} value={one}>
                {OUTCOME_WORD[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Checks of watches and lists">
          <Select name="routine" defaultValue={routine}>
            <option value="no">of watches, that saw something new</option>
            <option value="yes">all</option>
          </Select>
        </Field>
        <Button>Show</Button>
      </form>
      {items.length > 0 ? (
        <LiveList id="checks" checks={items}>
          <Panel as="ol" className="mt-6">
            {items.map((check) => (
              <CheckRow key={check.id} check={check} />
            ))}
          </Panel>
        </LiveList>
      ) : (
        <PanelNote className="mt-6">{cursor === undefined ? 'There are none.' : 'Nothing older.'}</PanelNote>
      )}
      <Paging
        newest={cursor === undefined ? null : `/checks?${new URLSearchParams(chosen)}`}
        older={next === null ? null : `/checks?${new URLSearchParams({ ...chosen, cursor: next })}`}
      />
    </>
  );
}
