import { type ArcFault, faultOfSets, readArcSets } from '@/lib/message/arc-sets';
import type { KeyAnswers } from '@/lib/message/key-of';
import type { ArcSet, ArcView } from '@/lib/message/view';
import { valueOf, type WholeMessage } from '@/lib/message/whole-message';
import { type bodyHasher, sealedHeader, signedHeader } from './signed-octets';
import { verifySignature } from './verify-signature';

/** Characters that are shown of what a sealer found out. */
const MAX_RESULTS = 1_000;

/** Validates the chain of a message (RFC 8617 §5.2). */
export function verifyArc(
  message: WholeMessage,
  bodyOf: ReturnType<typeof bodyHasher>,
  known: { answers: KeyAnswers; nowSeconds: number },
): ArcView {
  const read = readArcSets(message);
  if (!read.ok) return { cv: 'fail', ...read.problem, oldestPass: null, sets: [] };
  if (read.value.length === 0) return { cv: 'none', ...NO_FAULT, oldestPass: null, sets: [] };
  const sets = read.value.map((set, n): ArcSet => {
    const before = read.value.slice(0, n).flatMap((one) => [one.results, one.message.field, one.seal.field]);
    return {
      instance: set.instance,
      domain: set.seal.domain,
      cv: set.seal.cv,
      results: valueOf(set.results).slice(0, MAX_RESULTS),
      message: verifySignature(
        set.message,
        { body: () => bodyOf(set.message), header: () => signedHeader(message, set.message) },
        known,
      ),
      seal: verifySignature(
        set.seal,
        {
          body: null,
          header: () => sealedHeader([...before, set.results, set.message.field], set.seal.field),
        },
        known,
      ),
    };
  });
  const fault = faultOfSets(read.value) ?? signatureFault(sets);
  return { cv: fault === null ? 'pass' : 'fail', ...(fault ?? NO_FAULT), oldestPass: oldestPass(sets), sets };
}

const NO_FAULT = { reason: null, instance: null, detail: null };

/** RFC 8617 §5.2 steps 4 and 6: the newest signature of the message, and every seal. */
function signatureFault(sets: readonly ArcSet[]): ArcFault | null {
  const newest = sets.at(-1);
  if (newest !== undefined && newest.message?.result !== 'pass')
    return { reason: 'message-signature', instance: newest.instance, detail: newest.message?.reason ?? null };
  const broken = [...sets].reverse().find(({ seal }) => seal?.result !== 'pass');
  return broken === undefined
    ? null
    : { reason: 'seal', instance: broken.instance, detail: broken.seal?.reason ?? null };
}

/** RFC 8617 §5.2 step 5: since which set nobody has changed the message. */
function oldestPass(sets: readonly ArcSet[]): number | null {
  const broken = [...sets].reverse().find(({ message }) => message?.result !== 'pass');
  if (broken === undefined) return 0;
  return broken.instance < sets.length ? broken.instance + 1 : null;
}
