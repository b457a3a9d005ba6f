import { z } from 'zod';

/**
 * Why this installation did not contact somebody whom it can reach. It says nothing about the other side.
 * `operator`: whoever runs it has excluded them (MXPROOF_NEVER_CONTACT); `excluded-name`: nobody is asked about this name, for
 * the same reason; `own-machine`: an address of this machine;
 * `domain-wish`: the domain asks for it (`_mxproof` TXT "no"); `rate-limit`: asked as often as it may be.
 */
export const OwnChoice = z
  .enum(['operator', 'excluded-name', 'own-machine', 'domain-wish', 'rate-limit'])
  .describe('why nothing was sent although it could have been; absent when it was sent, or could not be');
export type OwnChoice = z.infer<typeof OwnChoice>;
