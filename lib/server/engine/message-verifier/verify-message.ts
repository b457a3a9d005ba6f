import { dkimSignatures, MAX_SIGNATURES } from '@/lib/message/names-needed';
import type { KeyAnswers } from '@/lib/message/key-of';
import type { ArcView, SignatureView } from '@/lib/message/view';
import type { WholeMessage } from '@/lib/message/whole-message';
import { bodyHasher, signedHeader } from './signed-octets';
import { verifyArc } from './verify-arc';
import { verifySignature } from './verify-signature';

export interface VerifiedMessage {
  dkim: SignatureView[];
  /** DKIM signatures beyond those that are verified. */
  unverified: number;
  arc: ArcView;
}

/** Verifies the DKIM signatures and the ARC chain of a message with the keys that were found. */
export function verifyMessage(
  message: WholeMessage,
  known: { answers: KeyAnswers; nowSeconds: number },
): VerifiedMessage {
  const bodyOf = bodyHasher(message.body);
  const { signatures, count } = dkimSignatures(message);
  const dkim = signatures.map((one) =>
    verifySignature(one, { body: () => bodyOf(one), header: () => signedHeader(message, one) }, known),
  );
  return { dkim, unverified: Math.max(0, count - MAX_SIGNATURES), arc: verifyArc(message, bodyOf, known) };
}
