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

/** Whether mxproof works and its database can be written and read. Throws `database-unavailable`. */
export const health = verb('read', async (_, _nothing: object, { runner, pulse }): Promise<Health> => {
  await pulse.feel();
  const { running, queued } = await runner.counts();
  return { status: 'ok', version: SOFTWARE_VERSION, running, queued };
});
