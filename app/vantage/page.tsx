import type { Metadata } from 'next';
import { startByPress } from '@/app/actions';
import { VantageLine } from '@/components/vantage/vantage-line';
import { Button } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Panel } from '@/components/ui/panel';
import { perform, permissions } from '@/lib/server/http/perform';
import { getVantage } from '@/lib/server/verbs/vantage';
import { vantageRows } from '@/lib/show/vantage';

export const metadata: Metadata = { title: 'Who we are to others', robots: { index: false, follow: false } };

export default async function VantagePage() {
  const may = await permissions();
  const { own, checks } = await perform(getVantage, {});
  const rows = vantageRows(checks, own);
  const domain = own.sender.includes('@') ? own.sender.slice(own.sender.lastIndexOf('@') + 1) : own.helo;
  return (
    <>
      <PageHead
        title="Who we are to others"
        about="What a mail server finds that looks us up, and what the checks of lately have shown of the way to it."
      />
      {may('start-checks') && (
        <form action={startByPress} className="screen-only mt-4">
          <input type="hidden" name="target" value={domain} />
          <Button>Look now: check {domain}</Button>
        </form>
      )}
      <Panel as="ul" className="mt-6">
        {rows.map((row) => (
          <VantageLine key={row.name} row={row} />
        ))}
      </Panel>
    </>
  );
}
