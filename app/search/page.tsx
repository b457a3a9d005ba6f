import type { Metadata } from 'next';
import Link from 'next/link';
import { FoundRow } from '@/components/search/found-row';
import { SearchField } from '@/components/search/search-field';
import { PageHead } from '@/components/ui/page-head';
import { Paging } from '@/components/ui/paging';
import { Panel, PanelNote } from '@/components/ui/panel';
import { perform } from '@/lib/server/http/perform';
import { searchFor } from '@/lib/server/verbs/search';

export const metadata: Metadata = { title: 'Search', robots: { index: false, follow: false } };

interface Props {
  searchParams: Promise<Record<'q' | 'kind' | 'cursor', string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined): string => [value].flat()[0] ?? '';

export default async function SearchPage({ searchParams }: Props) {
  const asked = await searchParams;
  const [q, kind, cursor] = [one(asked.q), one(asked.kind), one(asked.cursor)];
  const found = q === '' ? null : await perform(searchFor, { q, kind, cursor });
  const pageFrom = (next: string): string =>
    `/search?${new URLSearchParams({ q, ...(kind !== '' && { kind }), cursor: next })}`;
  return (
    <>
      <PageHead
        title="Search"
        about="Notes, checks, bounces and complaints: domains, hosts, addresses, replies, queue ids, findings."
      />
      <SearchField typed={q} kind={kind === '' ? undefined : kind} />
      {found !== null && found.fault !== null && <PanelNote className="mt-6">{found.fault}</PanelNote>}
      {found?.page && (
        <>
          {found.page.domains.length > 0 && (
            <p className="mt-6 flex flex-wrap gap-x-4 gap-y-1 text-sm">
              <span className="text-soft">Domains:</span>
              {found.page.domains.map((domain) => (
                <Link
                  key={domain}
                  href={`/domain/${encodeURIComponent(domain)}`}
                  prefetch={false}
                  className="font-mono"
                >
                  {domain}
                </Link>
              ))}
            </p>
          )}
          {found.page.findings.length > 0 && (
            <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
              <span className="text-soft">Findings:</span>
              {found.page.findings.map(({ code, name }) => (
                <Link key={code} href={`/findings/${code}`} prefetch={false}>
                  {name}
                </Link>
              ))}
            </p>
          )}
          {found.page.items.length > 0 ? (
            <Panel as="ol" className="mt-4">
              {found.page.items.map((item) => (
                <FoundRow key={`${item.kind} ${item.id}`} found={item} />
              ))}
            </Panel>
          ) : (
            <PanelNote className="mt-4">
              {cursor === '' ? 'Nothing has all of it.' : 'Nothing older.'}
            </PanelNote>
          )}
          <Paging newest={null} older={found.page.next === null ? null : pageFrom(found.page.next)} />
        </>
      )}
    </>
  );
}
