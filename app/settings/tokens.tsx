import { makeTokenFromForm, revokeTokenFromForm } from '@/app/account-actions';
import { SCOPE_WORDS } from '@/components/account/scope-words';
import { TokenForm } from '@/components/account/token-form';
import { Fold } from '@/components/ui/fold';
import { LocalTime } from '@/components/ui/local-time';
import { EntryRow, Panel, PanelNote } from '@/components/ui/panel';
import { PressForm } from '@/components/ui/press-form';
import { Section } from '@/components/ui/section';
import { perform } from '@/lib/server/http/perform';
import { listTokens } from '@/lib/server/verbs/tokens';

/** Which programs are let in. */
export async function Tokens() {
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
              <PressForm act={revokeTokenFromForm} label="Revoke" field={{ name: 'id', value: id }} />
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
