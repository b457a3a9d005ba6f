import type { Metadata } from 'next';
import { startByPress } from '@/app/actions';
import { lookUpFromForm } from '@/app/address-actions';
import { LookedUpRow } from '@/components/vantage/looked-up-row';
import { VantageLine } from '@/components/vantage/vantage-line';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { PageHead } from '@/components/ui/page-head';
import { Panel, PanelNote } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { perform, permissions } from '@/lib/server/http/perform';
import { getVantage } from '@/lib/server/verbs/vantage';
import { vantageRows } from '@/lib/show/vantage';

export const metadata: Metadata = { title: 'Who we are to others', robots: { index: false, follow: false } };

interface Props {
  searchParams: Promise<{ problem?: string | string[] }>;
}

export default async function VantagePage({ searchParams }: Props) {
  const may = await permissions();
  const { problem } = await searchParams;
  const { own, checks, lookedUp } = await perform(getVantage, {});
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
      <Section id="lists" title="Blocklists" about="of our addresses and names, and of any other address">
        {lookedUp.length > 0 ? (
          <Panel as="ul">
            {lookedUp.map(({ about, view }) => (
              <LookedUpRow key={about} about={about} view={view} />
            ))}
          </Panel>
        ) : (
          <PanelNote>No check has shown a public address of this side lately.</PanelNote>
        )}
        {may('start-checks') && (
          <form action={lookUpFromForm} className="screen-only mt-4 flex items-end gap-3">
            <Field label="Another address">
              <Input exact name="address" required maxLength={253} className="font-mono" />
            </Field>
            <Button className="shrink-0">Look it up</Button>
          </form>
        )}
        {problem === 'no-address' && (
          <Alert className="mt-3">It is neither an IP address nor a name of this installation.</Alert>
        )}
      </Section>
    </>
  );
}
