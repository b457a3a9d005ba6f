import type { ExaminedCause } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import { ownLink } from '@/lib/own-link';
import { lookFirstReason } from '@/lib/show/look-first-reason';
import { CAUSE_STATE_WORD, CAUSE_WORD, LOOK_FIRST_WORD, type Tone } from '@/lib/show/words';
import { PART_WORD } from '@/lib/show/page-parts';
import { Fold } from '@/components/ui/fold';
import { Panel, SignRow } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { ToneIcon } from '@/components/ui/tone-icon';
import { EvidenceLinks } from './evidence-links';

/** Where to look first, and every cause that the field knows for such a failure, with what the evidence says of it. */
export function Diagnosis({
  report: { verdict },
  seesVantage,
}: {
  report: Report;
  /** Whether the reader may see who we are to others. */
  seesVantage: boolean;
}) {
  if (verdict === null || verdict.diagnosis.length === 0) return null;
  const { lookFirst, diagnosis } = verdict;
  const reason = lookFirstReason(verdict);
  const ruledOut = diagnosis.filter(({ state }) => state === 'ruled-out');
  return (
    <Section id="diagnosis" title={PART_WORD.diagnosis}>
      <Panel long className="overflow-hidden">
        <div className="px-4.5 py-3.5">
          <p className="font-semibold">{LOOK_FIRST_WORD[lookFirst.side]}</p>
          {reason !== null && <p className="text-soft max-w-finding wrap-anywhere">{reason}</p>}
          {seesVantage && lookFirst.side === 'sender' && (
            <a href={ownLink('/vantage')}>Who we are to others: HELO, reverse name, SPF, blocklists</a>
          )}
        </div>
        <ul className="border-line border-t">
          {diagnosis
            .filter(({ state }) => state !== 'ruled-out')
            .map((one) => (
              <CauseRow key={one.cause} examined={one} />
            ))}
        </ul>
        {ruledOut.length > 0 && (
          <Fold
            className="border-line border-t"
            summary={`Ruled out: ${ruledOut.map(({ cause }) => CAUSE_WORD[cause]).join(' · ')}`}
            summaryLook="bg-faint text-soft px-4.5 py-1.75 text-note"
          >
            <ul>
              {ruledOut.map((one) => (
                <CauseRow key={one.cause} examined={one} />
              ))}
            </ul>
          </Fold>
        )}
      </Panel>
    </Section>
  );
}

const STATE_TONE: Record<ExaminedCause['state'], Tone> = {
  supported: 'bad',
  open: 'unknown',
  'ruled-out': 'good',
};

function CauseRow({ examined: { cause, state, because, evidence, next } }: { examined: ExaminedCause }) {
  return (
    <SignRow sign={<ToneIcon tone={STATE_TONE[state]} size={18} />}>
      <div className="flex flex-wrap items-baseline gap-x-4 md:flex-nowrap md:justify-between">
        <p className="min-w-0">
          <span className="font-semibold">{CAUSE_WORD[cause]}</span>
          <span className="text-soft text-note"> · {CAUSE_STATE_WORD[state]}</span>
        </p>
        <EvidenceLinks evidence={evidence} />
      </div>
      <p className="text-soft max-w-finding wrap-anywhere">{because}</p>
      {next !== null && <p className="text-note mt-0.5 wrap-anywhere">Next: {next}</p>}
    </SignRow>
  );
}
