import type { Metadata } from 'next';
import { AuditList } from '@/components/account/audit-list';
import { AnchorButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Section } from '@/components/ui/section';
import { perform } from '@/lib/server/http/perform';
import { signInWay } from '@/lib/server/http/sign-in-way';
import { listAudit } from '@/lib/server/verbs/list-audit';
import { Accounts } from './accounts';
import { Database } from './database';
import { Receivers } from './receivers';
import { Tokens } from './tokens';

export const metadata: Metadata = { title: 'Settings', robots: { index: false, follow: false } };

const WAY_WORDS = {
  none: 'Nobody signs in. Whoever sits at this machine may do everything.',
  proxy: 'A proxy signs people in, and tells who they are.',
  accounts: 'People sign in by accounts of mxproof.',
} as const;

interface Props {
  searchParams: Promise<{ cursor?: string | string[] }>;
}

/** For admins: who signs in, which programs are let in, and who did what. */
export default async function SettingsPage({ searchParams }: Props) {
  const cursor = [(await searchParams).cursor].flat()[0];
  const audit = await perform(listAudit, cursor === undefined ? {} : { cursor });
  const way = await signInWay();
  return (
    <>
      <PageHead title="Settings" about={WAY_WORDS[way]}>
        {way === 'none' && (
          <p className="mt-4">
            <AnchorButton href="/setup">Change that</AnchorButton>
          </p>
        )}
      </PageHead>
      {way === 'accounts' && <Accounts />}
      <Tokens />
      <Receivers />
      <Database />
      <Section id="audit" title="Who did what" about="newest first">
        <AuditList entries={audit.items.map((entry) => ({ ...entry, at: entry.at.toISOString() }))} />
        {audit.next !== null && (
          <AnchorButton className="mt-4" href={`/settings?cursor=${audit.next}#audit`}>
            Older
          </AnchorButton>
        )}
      </Section>
    </>
  );
}
