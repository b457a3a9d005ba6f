import { z } from 'zod';
import { services } from '../engine/services';
import { SOFTWARE_VERSION } from '../config/software-version';

export const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  running: z.int().describe('checks under way'),
  queued: z.int().describe('checks that wait for their turn'),
});

/** Rejects when the database cannot be opened. */
export async function health(): Promise<z.infer<typeof Health>> {
  const { runner } = await services();
  return { status: 'ok', version: SOFTWARE_VERSION, ...(await runner.counts()) };
}
