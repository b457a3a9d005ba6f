import type { Metadata } from 'next';
import Link from 'next/link';
import { Newcomer, RecentChecks } from '@/components/domain/recent-checks';
import { LabTargets } from '@/components/target/lab-targets';
import type { FormOptions } from '@/components/target/start-state';
import { TargetForm } from '@/components/target/target-form';
import { AnchorButton } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page-head';
import { PanelNote } from '@/components/ui/panel';
import type { Report } from '@/lib/report/report';
import { perform, permissions } from '@/lib/server/http/perform';
import { signInWay } from '@/lib/server/http/sign-in-way';
import { formDefaults } from '@/lib/server/verbs/form-defaults';
import { findReport } from '@/lib/server/verbs/get-report';
import { labTargets } from '@/lib/server/verbs/lab-targets';
import { getSetUp } from '@/lib/server/verbs/set-up';
import { listChecks } from '@/lib/server/verbs/list-checks';
import { startByPress, startFromForm } from './actions';

export const metadata: Metadata = { title: { absolute: 'mxproof: why mail does not arrive, with proof' } };

/** Enough to name the recent domains; only the first of them are listed as checks. */
const CHECKS_READ = 50;

/** A former check as it stood in the form. */
function formerForm({ id, target, options }: Report): { id: string; target: string; options: FormOptions } {
  const { depth, sender = '', helo = '', selectors = [], controls = [], message } = options;
  return {
    id,
    target: target.input,
    options: {
      depth,
      sender,
      helo,
      selectors: selectors.join(', '),
      controls,
      subject: message?.subject ?? '',
      body: message?.body ?? '',
    },
  };
}

export default async function StartPage({
  searchParams,
}: {
  searchParams: Promise<{ again?: string | string[] }>;
}) {
  const { again } = await searchParams;
  const former = typeof again === 'string' ? await perform(findReport, { id: again }) : null;
  const may = await permissions();
  return (
    <>
      <div className="mx-auto max-w-190 pt-12 md:pt-18">
        <PageTitle large>Why does mail not arrive?</PageTitle>
        {may('start-checks') ? (
          <>
            <p className="text-soft mt-2 mb-5">
              Type where it should go. You get the failing step, who needs to act, and a link that proves it.
            </p>
            <TargetForm
              start={startFromForm}
              again={former && formerForm(former)}
              defaults={await perform(formDefaults, {})}
              withControls={may('use-controls')}
              withMessage={may('send-messages')}
            />
            {may('start-batches') && (
              <p className="mt-3 text-sm">
                Many at once:{' '}
                <Link href="/batch" prefetch={false} className="underline">
                  check a list
                </Link>
              </p>
            )}
          </>
        ) : (
          <PanelNote className="mt-4">
            Checks are started by those who are signed in. The link of a check shows that check.
            {(await signInWay()) === 'accounts' && (
              <span className="mt-3 block">
                <AnchorButton href="/sign-in">Sign in</AnchorButton>
              </span>
            )}
          </PanelNote>
        )}
      </div>
      {may('start-checks') && <LabTargets targets={await perform(labTargets, {})} start={startByPress} />}
      {may('list-own') && <Recent />}
      {may('administer') && <FirstRun />}
    </>
  );
}

/** Until somebody has said who signs in. */
async function FirstRun() {
  const { way, isChosen } = await perform(getSetUp, { code: null });
  const isLab = (await perform(labTargets, {})).length > 0;
  if (way !== 'none' || isChosen || isLab) return null;
  return (
    <PanelNote className="mt-10">
      Nobody signs in here: whoever sits at this machine may do everything.{' '}
      <Link href="/setup" prefetch={false}>
        Choose who signs in
      </Link>
    </PanelNote>
  );
}

async function Recent() {
  const { items } = await perform(listChecks, { limit: CHECKS_READ, routine: 'no' });
  return items.length === 0 ? <Newcomer /> : <RecentChecks checks={items} />;
}
