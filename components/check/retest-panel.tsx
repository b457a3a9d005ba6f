'use client';

import { useState } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RotateCw, Square } from 'lucide-react';
import type { Report } from '@/lib/report/report';
import type { Retest } from '@/lib/report/retest';
import { useRetest } from '@/lib/client/use-retest';
import { retestStory } from '@/lib/show/retest-story';
import { ownLink } from '@/lib/own-link';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { LocalTime } from '@/components/ui/local-time';
import type { CheckActions } from './verdict-head';

interface RetestPanelProps {
  report: Pick<Report, 'id' | 'retest'>;
  actions: CheckActions;
}

/** How a check with a temporary result goes on by itself, and the button that starts or stops that. */
export function RetestPanel(props: RetestPanelProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Followed {...props} />
    </QueryClientProvider>
  );
}

function Followed({ report, actions }: RetestPanelProps) {
  const { id } = report;
  const retest = useRetest(id, report.retest);
  const goesOn = retest?.ending === null;
  const action = goesOn ? actions.stopRetest : actions.askRetest;
  return (
    <Panel
      as="section"
      aria-label="Repeated automatically"
      data-retest-panel=""
      data-next-at={goesOn ? (retest.nextAt ?? '') : undefined}
      className="mt-5 px-4 py-3 text-sm"
    >
      <p role="status" className="max-w-wide font-medium">
        {retest ? retestStory(retest) : 'A temporary result: this check can be repeated automatically.'}
      </p>
      {retest && retest.tries.length > 1 && <Tries retest={retest} id={id} />}
      {action && (
        <ActionForm action={action} className="needs-script screen-only mt-2.5">
          <input type="hidden" name="id" value={id} />
          {goesOn && (
            <Button>
              <Square aria-hidden size={14} /> Stop asking again
            </Button>
          )}
          {!goesOn && retest?.ending !== 'settled' && retest?.ending !== 'used-up' && (
            <Button>
              <RotateCw aria-hidden size={15} /> Repeat automatically
            </Button>
          )}
        </ActionForm>
      )}
    </Panel>
  );
}

/** Every try is a check of its own, with its own proof. */
function Tries({ retest, id }: { retest: Retest; id: string }) {
  return (
    <ol className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
      {retest.tries.map((one, index) => (
        <li key={one.id}>
          {one.id === id ? (
            <span aria-current="page" className="text-soft">
              {nameOf(index)}, <LocalTime iso={one.at} /> (this page)
            </span>
          ) : (
            <a href={ownLink(`/check/${one.id}`)}>
              {nameOf(index)}, <LocalTime iso={one.at} />
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

function nameOf(index: number): string {
  return index === 0 ? 'First try' : `Try ${index + 1}`;
}
