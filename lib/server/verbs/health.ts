import { z } from 'zod';
import { SOFTWARE_VERSION } from '../config/software-version';
import { verb } from './verb';

export const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  running: z.int().describe('checks under way'),
  queued: z.int().describe('checks that wait for their turn'),
});
type Health = z.infer<typeof Health>;

/** Whether mxproof works; its database was opened before. */
export const health = verb('read', async (_, _nothing: object, { runner }): Promise<Health> => {
  const { running, queued } = await runner.counts();
  return { status: 'ok', version: SOFTWARE_VERSION, running, queued };
});
