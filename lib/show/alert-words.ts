import { unreachable } from '@/lib/result';
import type { Verdict } from '@/lib/report/finding';
import { isRecovery, type Change } from '@/lib/watch/change';
import type { Alert } from '@/lib/watch/watch';
import { DNS, POLICIES, type TlsState } from '@/lib/watch/watched';
import { listingLines, listingShortly } from './listing-words';
import { showUtc } from './moment';
import { policyLines, policyShortly } from './policy-change-words';
import { LOOK_FIRST_WORD } from './words';

/** What became of mail, after the name of what is watched. */
const BECAME: Readonly<Record<Verdict['outcome'], string>> = {
  accepted: 'accepted',
  temporary: 'deferred',
  permanent: 'rejected permanently',
  'no-mail': 'takes no mail',
  depends: 'it depends on the sender',
  unknown: 'not known',
};

const TLS_WORD: Readonly<Record<TlsState, string>> = {
  failed: 'TLS fails',
  untrusted: 'certificate not trusted',
  none: 'no TLS',
  trusted: 'TLS with a trusted certificate',
};

/** What problems of a place are called that is no exchange’s. */
const COMMON_FLAW: Readonly<Record<string, string>> = { [DNS]: 'DNS', [POLICIES]: 'policy' };

/** Names that a line lists; the others are counted. */
const MAX_LISTED = 8;

/** Changes that a title names; the others are counted. */
const MAX_TITLED = 4;

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
    title: `${target}: ${inTitle(changes.map(shortly))}`,
    lines: changes.flatMap((change) => linesOf(change, since)),
    isRecovery: changes.length > 0 && changes.every(isRecovery),
  };
}

function inTitle(all: readonly string[]): string {
  const more = all.length - MAX_TITLED;
  return [...all.slice(0, MAX_TITLED), ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

function shortly(change: Change): string {
  switch (change.what) {
    case 'verdict': {
      const { before, after } = change;
      return after === before
        ? `${BECAME[after]} for another reason`
        : `${BECAME[after]} (was: ${BECAME[before]})`;
    }
    case 'servers':
      return 'other mail servers';
    case 'tls':
      return `${TLS_WORD[change.after]} at ${change.exchange}`;
    case 'certificate':
      return `certificate of another authority at ${change.exchange}`;
    case 'policy':
      return policyShortly(change);
    case 'flaws': {
      const { place, appeared, gone } = change;
      const of = COMMON_FLAW[place] ?? 'certificate';
      return appeared.length > 0 ? problems(appeared.length, of) : `${problems(gone.length, of)} solved`;
    }
    case 'listing':
      return listingShortly(change);
    default:
      return unreachable(change);
  }
}

function linesOf(change: Change, since: Date | null): string[] {
  switch (change.what) {
    case 'verdict': {
      const when = since === null ? '' : `, known since ${showUtc(since.toISOString()).slice(0, 16)} UTC`;
      const { headline, lookFirst } = change;
      const { side, because } = lookFirst;
      // What the headline says is not said twice.
      const first =
        side === 'none' || side === 'unknown' || because === headline
          ? []
          : [`${LOOK_FIRST_WORD[side]}. ${because}`];
      return [headline, ...first, `Before: ${BECAME[change.before]}${when}.`];
    }
    case 'servers':
      return [`Mail servers: ${listed(change.after)}.`, `Before: ${listed(change.before)}.`];
    case 'tls':
      return [`${change.exchange}: ${TLS_WORD[change.after]}. Before: ${TLS_WORD[change.before]}.`];
    case 'certificate':
      return [
        `${change.exchange}: certificate issued by ${listed(change.after)}. Before: by ${listed(change.before)}.`,
      ];
    case 'policy':
      return policyLines(change);
    case 'flaws':
      return [
        ...change.appeared.map(({ title }) => `New: ${title}`),
        ...change.gone.map(({ title }) => `No longer seen: ${title}`),
      ];
    case 'listing':
      return listingLines(change);
    default:
      return unreachable(change);
  }
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const more = names.length - MAX_LISTED;
  return `${names.slice(0, MAX_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function problems(n: number, of: string): string {
  return n === 1 ? `${of} problem` : `${n} ${of} problems`;
}
