import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { lookUpFromForm } from '@/app/address-actions';
import { AddressReport, SentOnly } from '@/components/address/address-report';
import { Alert } from '@/components/ui/alert';
import { PageHead } from '@/components/ui/page-head';
import { PanelNote } from '@/components/ui/panel';
import { PressForm } from '@/components/ui/press-form';
import { perform, permissions } from '@/lib/server/http/perform';
import { AddressWatch } from '@/app/watches/address-watch';
import { findAddress } from '@/lib/server/verbs/address';

export const metadata: Metadata = {
  title: 'Look an address up',
  description: 'Whether an address is on a blocklist, and whether its reverse name leads back to it.',
  robots: { index: false, follow: false },
};

interface Props {
  params: Promise<{ address: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
}

export default async function AddressPage({ params, searchParams }: Props) {
  const may = await permissions();
  if (!may('start-checks'))
    return (
      <>
        <PageHead title="Look an address up" />
        <PanelNote className="mt-4">
          Whoever may start checks can look an address up: name servers are asked for it.
        </PanelNote>
      </>
    );
  const found = await perform(findAddress, { address: decoded((await params).address) });
  if (found === null) notFound();
  const { about, kind, isPublic, hasLists, view } = found;
  const { problem } = await searchParams;
  const act = (label: string) => (
    <>
      {problem !== undefined && <Alert className="mt-3">{problemWords(problem)}</Alert>}
      <PressForm
        act={lookUpFromForm}
        label={label}
        field={{ name: 'address', value: about }}
        className="screen-only mt-4"
      />
    </>
  );
  const watch = may('watch') && <AddressWatch about={about} hasLists={hasLists} />;
  if (view !== null)
    return (
      <>
        <AddressReport view={view}>{act('Ask again')}</AddressReport>
        {watch}
      </>
    );
  if (!isPublic) return <PageHead title={about} mono about="It is no public address: no blocklist has it." />;
  return (
    <>
      <PageHead
        title={about}
        mono
        about={
          kind === 'name'
            ? 'Blocklists of domains are asked about this name, by a walk from the root.'
            : 'Blocklists are asked about this address, and name servers for its reverse name, by a walk from the root. It can take up to 40 s.'
        }
      >
        <SentOnly about={about} />
        {act('Look it up')}
      </PageHead>
      {watch}
    </>
  );
}

function problemWords(problem: string | string[]): string {
  return problem === 'too-many-verifications'
    ? 'Too many addresses were looked up within a minute; try again in a minute.'
    : 'It could not be looked up.';
}

/** As it stands where it is no escaped text: that is no address either. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
