import { z } from 'zod';

/**
 * Why this instance did not contact somebody whom it can reach. It says nothing about the other side.
 * `operator`: whoever runs it has excluded them (MXPROOF_NEVER_CONTACT); `excluded-name`: nobody is asked about this name, for
 * the same reason; `own-machine`: an address of this machine;
 * `domain-wish`: the domain asks for it (`_mxproof` TXT "no"); `rate-limit`: asked as often as it may be.
 */
export const OwnChoice = z.enum(['operator', 'excluded-name', 'own-machine', 'domain-wish', 'rate-limit']);
export type OwnChoice = z.infer<typeof OwnChoice>;

/** The choice by which a question or a session was left out; null when it was made, or could not be made. */
export function ownChoice(made: { outcome: string | null; detail: string | null }): OwnChoice | null {
  if (made.outcome !== 'blocked') return null;
  return OwnChoice.safeParse(made.detail).data ?? null;
}
