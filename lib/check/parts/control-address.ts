import type { CheckRun } from '../check-run';

/** Whether something in our own network answers in the name of everybody. */
export async function knock({ world, record, signal }: CheckRun): Promise<void> {
  const control = await world.knock?.(signal);
  if (control) record.tell('controlAddress', control);
}
