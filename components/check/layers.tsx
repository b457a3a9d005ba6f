import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { clipped } from '@/lib/show/clipped';
import { decisiveSessions } from '@/lib/show/decisive';
import { layersOf } from '@/lib/show/layers';
import { PART_WORD } from '@/lib/show/page-parts';
import { Code } from '@/components/ui/code';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { TONE_TEXT } from '@/components/ui/tone';

/** Characters drawn of a fact: a certificate may have a hundred long names. */
const VALUE_DRAWN = 512;

/** What each layer of each session saw: whom we meant against who answered. The session that decided is open. */
export function Layers({ report }: { report: Report }) {
  const { sessions } = report;
  if (sessions.length === 0) return null;
  const deciding = decisiveSessions(report)[0]?.n ?? sessions[0]?.n;
  return (
    <Section id="layers" title={PART_WORD.layers} about="whom we meant, and who answered">
      <Panel long className="overflow-hidden">
        {sessions.map((session) => (
          <Fold
            key={session.n}
            className="border-line border-t first:border-t-0"
            open={session.n === deciding}
            summary={
              <Code>
                {session.exchange} [{session.address}]
              </Code>
            }
            summaryLook="px-4 py-2 text-label"
          >
            <LayerFacts report={report} session={session} />
          </Fold>
        ))}
      </Panel>
    </Section>
  );
}

function LayerFacts({ report, session }: { report: Report; session: Session }) {
  return (
    <dl className="text-note grid gap-x-4 gap-y-1.5 px-4 pb-3 md:grid-cols-[90px_minmax(0,1fr)]">
      {layersOf(report, session).map(({ layer, facts }) => (
        <div key={layer} className="contents">
          <dt className="font-medium md:pt-0">{layer}</dt>
          <dd className="grid gap-x-3 md:grid-cols-[130px_minmax(0,1fr)]">
            {facts.map(({ name, value, tone }) => (
              <div key={`${name} ${value}`} className="contents">
                <span className="text-soft">{name}</span>
                <span
                  className={tone ? `font-mono wrap-anywhere ${TONE_TEXT[tone]}` : 'font-mono wrap-anywhere'}
                >
                  {clipped(value, VALUE_DRAWN)}
                </span>
              </div>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
