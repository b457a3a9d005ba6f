import { clsx } from 'clsx';
import type { Report } from '@/lib/report/report';
import { senderSteps, type SenderStep } from '@/lib/show/sender-steps';
import { ToneIcon } from '@/components/ui/tone-icon';

/** What a sending server would do, host by host. Nothing when there is only one address. */
export function SenderSteps({ report }: { report: Report }) {
  const steps = senderSteps(report);
  if (steps.length === 0) return null;
  return (
    <div className="mt-4">
      <h3 className="mb-1.5 text-sm font-medium">What a sender would do</h3>
      <ol className="grid gap-1.5 text-sm">
        {steps.map((step, index) => (
          <Step key={`${step.exchange} ${index}`} step={step} />
        ))}
      </ol>
    </div>
  );
}

function Step({ step: { preference, exchange, tone, say, isTried } }: { step: SenderStep }) {
  return (
    <li className={clsx('flex gap-2.5', !isTried && 'text-soft')}>
      <span className="mt-0.5">
        <ToneIcon tone={isTried ? tone : 'note'} size={16} />
      </span>
      <span className="min-w-0 wrap-anywhere">
        <span className="text-note font-mono">
          <span className="text-soft">{preference}</span> {exchange}
        </span>{' '}
        {say}
      </span>
    </li>
  );
}
