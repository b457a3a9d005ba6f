import { Alert } from '@/components/ui/alert';
import { Facts } from '@/components/ui/facts';
import { Panel } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { showOctets } from '@/lib/show/octets';
import { perform } from '@/lib/server/http/perform';
import { getStorage } from '@/lib/server/verbs/get-storage';

/** How long and how much of something is kept. */
function keptWords({ days, count }: { days: number | null; count: number | null }): string {
  const limits = [
    ...(days === null ? [] : [`for ${days} days`]),
    ...(count === null ? [] : [`the newest ${count.toLocaleString('en')}`]),
  ];
  return limits.length === 0 ? 'for ever' : limits.join(', ');
}

/** What neither age nor size removes. */
function keptCount({ checks, mails }: { checks: number; mails: number }): string {
  return `${checks.toLocaleString('en')} ${checks === 1 ? 'check' : 'checks'}, ${mails.toLocaleString('en')} ${mails === 1 ? 'mail' : 'mails'}`;
}

/** What is kept, and how it grows. */
export async function Database() {
  const { size, growth, diskFreeBytes, keep, kept, isTooLarge } = await perform(getStorage, {});
  const rows = (['checks', 'mails'] as const).map(
    (kind) =>
      [
        kind === 'checks' ? 'Checks' : 'Bounces and complaints',
        `${size[kind].toLocaleString('en')}, of which ${growth[kind].toLocaleString('en')} of the last 30 days; kept ${keptWords(keep[kind])}`,
      ] as const,
  );
  const free = size.freeBytes ? `, of which ${showOctets(size.freeBytes)} is free to be used again` : '';
  const most = keep.bytes === null ? '' : `; at most ${showOctets(keep.bytes)} are used`;
  return (
    <Section id="database" title="Database">
      {isTooLarge && keep.bytes !== null && (
        <Alert className="mb-3">
          The database is larger than {showOctets(keep.bytes)} (MXPROOF_KEEP_MB), and nothing in it may go:
          what is left is kept whatever its age, or under way. Let some of it go, or allow more.
        </Alert>
      )}
      <Panel>
        <Facts
          rows={[
            [diskFreeBytes === null ? 'On its server' : 'File', `${showOctets(size.bytes)}${free}${most}`],
            ...(diskFreeBytes === null ? [] : [['Disk', `${showOctets(diskFreeBytes)} left`] as const]),
            ...rows,
            ['Kept whatever its age', keptCount(kept)],
          ]}
        />
      </Panel>
    </Section>
  );
}
