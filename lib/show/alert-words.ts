import type { Verdict } from '@/lib/report/finding';
import { isRecovery, type Change } from '@/lib/watch/change';
import type { Alert } from '@/lib/watch/watch';
import { showUtc } from './moment';

/** What became of mail, after the name of what is watched. */
const BECAME: Readonly<Record<Verdict['outcome'], string>> = {
  accepted: 'accepted',
  temporary: 'deferred',
  permanent: 'rejected permanently',
  'no-mail': 'takes no mail',
  depends: 'it depends on the sender',
  unknown: 'not known',
};

const FLAWS_OF = { tls: 'TLS', dns: 'DNS' } as const;

/** How an alert is told: a line, and what it rests on. */
interface AlertWords {
  title: string;
  /** One paragraph a line. */
  lines: string[];
  /** Whether everything of it is well again. */
  isRecovery: boolean;
}

/** An alert in words. */
export function alertWords({
  target,
  changes,
  since,
}: Pick<Alert, 'target' | 'changes' | 'since'>): AlertWords {
  return {
    title: `${target}: ${changes.map(shortly).join('; ')}`,
    lines: changes.flatMap((change) => linesOf(change, since)),
    isRecovery: changes.every(isRecovery),
  };
}

function shortly(change: Change): string {
  switch (change.facet) {
    case 'verdict':
      return change.after === 'accepted'
        ? `accepted again (was: ${BECAME[change.before]})`
        : `${BECAME[change.after]}${change.after === change.before ? ' for another reason' : ` (was: ${BECAME[change.before]})`}`;
    case 'mail-servers':
      return 'other mail servers';
    default: {
      const { appeared, gone } = change;
      return appeared.length > 0
        ? problems(appeared.length, FLAWS_OF[change.facet])
        : `${problems(gone.length, FLAWS_OF[change.facet])} solved`;
    }
  }
}

function linesOf(change: Change, since: Date | null): string[] {
  switch (change.facet) {
    case 'verdict': {
      const was =
        since === null
          ? []
          : [`Since ${showUtc(since.toISOString()).slice(0, 16)} UTC it was: ${BECAME[change.before]}.`];
      return [change.headline, ...was];
    }
    case 'mail-servers':
      return [`Mail servers: ${listed(change.after)}.`, `Before: ${listed(change.before)}.`];
    default:
      return [
        ...change.appeared.map(({ title }) => `New: ${title}`),
        ...change.gone.map(({ title }) => `Solved: ${title}`),
      ];
  }
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}

function problems(n: number, of: string): string {
  return n === 1 ? `${of} problem` : `${n} ${of} problems`;
}
