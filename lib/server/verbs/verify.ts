import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { reportDocument } from '@/lib/report/document';
import { isCheckId } from '@/lib/store/check-id';
import { canonicalJson, digestOf } from '@/lib/store/evidence';
import { ownLink } from '@/lib/own-link';
import { UNREADABLE_WORDS } from '@/lib/verify/unreadable-words';
import { Verification } from '@/lib/verify/verification';
import { seenDigest, type VerifiedFile } from '@/lib/verify/verify-report';
import { isDamage } from '../engine/damages';
import type { RoomShare } from '../engine/memory-room';
import type { Services } from '../engine/services';
import { storedReport } from '../engine/stored-report';
import { callerKey } from './caller-key';
import { query, verb } from './verb';

/** A report on its way. */
export interface ArrivingReport {
  /** Lets it come as there is room for it; throws what the way of its coming throws. */
  arrive(share: RoomShare): Promise<SharedArrayBuffer>;
}

/** Answer of `POST /api/verify`. */
export const VerifiedReport = Verification.extend({
  url: z.string().describe('link of a page with the same, for half an hour, without the host'),
});
export type VerifiedReport = z.infer<typeof VerifiedReport>;

/** Said of what is too much for the verifier, by time or by memory. */
export const TOO_MUCH =
  'It holds more than can be verified here in 8 s. A report of mxproof takes far less; this file may not be one.';

/**
 * What a report proves, of whatever installation it is; it is not kept. Throws `not-a-report` with `reason`, `too-large`,
 * `too-many-verifications`, and what the way of its coming throws.
 */
export const verify = verb(
  'explain',
  async (caller, report: ArrivingReport, services): Promise<VerifiedReport> => {
    const { quotas, rooms, verifier, settings, verifications } = services;
    const key = callerKey(caller);
    await quotas.verifications.take(key);
    const share = rooms.verified.open(key);
    try {
      const verified = await verifier.verify(await report.arrive(share), settings.severities);
      if (verified === null)
        throw new AppProblem('too-large', { say: TOO_MUCH, fields: { reason: 'too-much' } });
      if (!verified.ok) {
        const reason = verified.problem;
        throw new AppProblem('not-a-report', { say: UNREADABLE_WORDS[reason], fields: { reason } });
      }
      const verification = { ...verified.value.verification, own: await ownCopy(verified.value, services) };
      return { ...verification, url: ownLink(`/verify?result=${verifications.keep(verification)}`) };
    } finally {
      share.leave();
    }
  },
);

/** A result by its id, which is the permission to read it; null when it is no longer kept. */
export const findVerification = query('explain', (_, { id }: { id: string }, { verifications }) =>
  verifications.get(id),
);

const NONE: Verification['own'] = { state: 'none', url: null, isEndSame: null };

/** Whether the check that a file names is here, too, and has seen the same. */
async function ownCopy(
  { verification: { check, digest }, seen }: VerifiedFile,
  { store, settings, damages }: Services,
): Promise<Verification['own']> {
  const { id } = check;
  if (id === null || !isCheckId(id)) return NONE;
  const url = ownLink(`/check/${id}`);
  try {
    const stored = await damages.within('check', id, () => store.read(id));
    if (stored === null) return NONE;
    const { ending } = stored;
    if (ending === null) return { state: 'not-ended', url, isEndSame: null };
    const isSame =
      digest.made === null
        ? seen ===
          seenDigest(plain(reportDocument(storedReport(stored, settings.severities))), (value) =>
            digestOf(canonicalJson(value)),
          )
        : digest.made === ending.digest;
    const isEndSame = check.status === ending.status && check.finishedAt === ending.finishedAt.toISOString();
    return { state: isSame ? 'same' : 'other', url, isEndSame };
  } catch (error) {
    if (isDamage(error)) return { state: 'damaged', url, isEndSame: null };
    throw error;
  }
}

/** As it is written into a file. */
function plain(document: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
}
