import type { Metadata } from 'next';
import {
  changeRoleFromForm,
  endAllSessionsFromForm,
  inviteFromForm,
  makeTokenFromForm,
  removeAccountFromForm,
  revokeTokenFromForm,
  withdrawFromForm,
} from '@/app/account-actions';
import { AccountPanel } from '@/components/account/account-panel';
import { AuditList } from '@/components/account/audit-list';
import { InviteForm } from '@/components/account/invite-form';
import { ROLE_ABOUT, ROLE_WORD } from '@/components/account/role-words';
import { SCOPE_WORDS } from '@/components/account/scope-words';
import { TokenForm } from '@/components/account/token-form';
import { Button, PageButton } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Fold } from '@/components/ui/fold';
import { LocalTime } from '@/components/ui/local-time';
import type { AccountRole } from '@/lib/account';
import { PageHead } from '@/components/ui/page-head';
import { EntryRow, Panel, PanelNote } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { showOctets } from '@/lib/show/octets';
import { perform } from '@/lib/server/http/perform';
import { commonRole } from '@/lib/server/http/provider';
import { signInWay } from '@/lib/server/http/sign-in-way';
import { getStorage } from '@/lib/server/verbs/get-storage';
import { listAccounts } from '@/lib/server/verbs/list-accounts';
import { listAudit } from '@/lib/server/verbs/list-audit';
import { listTokens } from '@/lib/server/verbs/tokens';

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
            <PageButton href="/setup">Change that</PageButton>
          </p>
        )}
      </PageHead>
      {way === 'accounts' && <Accounts />}
      <Tokens />
      <Database />
      <Section id="audit" title="Who did what" about="newest first">
        <AuditList entries={audit.items.map((entry) => ({ ...entry, at: entry.at.toISOString() }))} />
        {audit.next !== null && (
          <PageButton className="mt-4" href={`/settings?cursor=${audit.next}#audit`}>
            Older
          </PageButton>
        )}
      </Section>
    </>
  );
}

/** How long and how much of something is kept. */
function keptWords({ days, count }: { days: number | null; count: number | null }): string {
  const limits = [
    ...(days === null ? [] : [`for ${days} days`]),
    ...(count === null ? [] : [`the newest ${count.toLocaleString('en')}`]),
  ];
  return limits.length === 0 ? 'for ever' : limits.join(', ');
}

async function Database() {
  const { size, growth, diskFreeBytes, keep } = await perform(getStorage, {});
  const rows = (['checks', 'mails'] as const).map(
    (kind) =>
      [
        kind === 'checks' ? 'Checks' : 'Bounces and complaints',
        `${size[kind].toLocaleString('en')}, of which ${growth[kind].toLocaleString('en')} of the last 30 days; kept ${keptWords(keep[kind])}`,
      ] as const,
  );
  const free = size.freeBytes > 0 ? `, of which ${showOctets(size.freeBytes)} is free to be used again` : '';
  return (
    <Section id="database" title="Database">
      <Panel>
        <Facts
          rows={[
            ['File', `${showOctets(size.bytes)}${free}`],
            ['Disk', `${showOctets(diskFreeBytes)} left`],
            ...rows,
          ]}
        />
      </Panel>
    </Section>
  );
}

async function Accounts() {
  const { accounts, invitations } = await perform(listAccounts, {});
  const common = commonRole();
  const actions = {
    invite: inviteFromForm,
    changeRole: changeRoleFromForm,
    remove: removeAccountFromForm,
    endSessions: endAllSessionsFromForm,
  };
  return (
    <Section id="accounts" title="Accounts">
      <Panel as="ul">
        {accounts.map(({ id, email, role, signedInAt }) => (
          <AccountPanel
            key={id}
            account={{ id, email, role, signedInAt: signedInAt?.toISOString() ?? null }}
            common={common}
            actions={actions}
          />
        ))}
      </Panel>
      {invitations.length > 0 && (
        <Panel as="ul" className="mt-3">
          {invitations.map(({ email, expiresAt }) => (
            <EntryRow key={email}>
              <span className="font-mono wrap-anywhere">{email}</span>
              <span className="text-soft text-note">
                has a link for a password until <LocalTime iso={expiresAt.toISOString()} />
              </span>
              <form action={withdrawFromForm} className="ml-auto">
                <input type="hidden" name="email" value={email} />
                <Button>Withdraw</Button>
              </form>
            </EntryRow>
          ))}
        </Panel>
      )}
      <Fold className="mt-3" summary="Invite somebody …">
        <Panel className="mt-2 p-5">
          <InviteForm invite={inviteFromForm} common={common} />
        </Panel>
      </Fold>
      <Fold className="mt-2" summary="What the roles are">
        <Panel className="mt-2">
          <Facts
            rows={(Object.keys(ROLE_WORD) as AccountRole[]).map((role) => [
              ROLE_WORD[role],
              ROLE_ABOUT[role],
            ])}
          />
        </Panel>
      </Fold>
    </Section>
  );
}

async function Tokens() {
  const tokens = await perform(listTokens, {});
  return (
    <Section id="tokens" title="Tokens" about="for programs">
      {tokens.length === 0 ? (
        <PanelNote>None. A mail server that hands bounces over, or a script, needs one.</PanelNote>
      ) : (
        <Panel as="ul">
          {tokens.map(({ id, name, scopes, createdAt, createdBy, lastUsedAt }) => (
            <EntryRow key={id}>
              <span className="min-w-0 grow wrap-anywhere">
                <span className="font-medium">{name}</span>
                <span className="text-soft">
                  {' '}
                  {scopes.map((scope) => SCOPE_WORDS[scope].label).join(', ')}
                </span>
                <span className="text-soft text-note block">
                  made <LocalTime iso={createdAt.toISOString()} />
                  {createdBy !== null && ` by ${createdBy}`},{' '}
                  {lastUsedAt === null ? (
                    'never used'
                  ) : (
                    <>
                      last used <LocalTime iso={lastUsedAt.toISOString()} />
                    </>
                  )}
                </span>
              </span>
              <form action={revokeTokenFromForm}>
                <input type="hidden" name="id" value={id} />
                <Button>Revoke</Button>
              </form>
            </EntryRow>
          ))}
        </Panel>
      )}
      <Fold className="mt-3" summary="Make a token …">
        <Panel className="mt-2 p-5">
          <TokenForm make={makeTokenFromForm} />
        </Panel>
      </Fold>
    </Section>
  );
}
