import type { Report } from '@/lib/report/report';
import type { ProofAbout } from './proof-about';

/** Who vouches for it: who runs this, what nobody can alter unseen, and what it is. */
export function tailOf({ digest, versions, vantage }: Report, { operator }: ProofAbout): string[] {
  return [
    ...(operator === null ? [] : [`This mxproof is run by ${operator}.`]),
    ...(digest === null ? [] : [`Evidence ${digest}`]),
    `mxproof ${vantage.softwareVersion}, rules ${versions.rules}: asks DNS from the root, and mail servers as a sender does. Times are in UTC.`,
  ];
}
