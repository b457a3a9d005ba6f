import type { CheckRun } from '../check-run';

/** When no server has let this check connect: whether others have lately, which rules out our own port 25. */
export function tellReachedBefore({ world, record }: CheckRun): void {
  const { sessions } = record.report();
  const isConnected = sessions.some(({ timings }) => timings.connectMs !== null);
  if (sessions.length === 0 || isConnected) return;
  const secondsBefore = world.secondsSinceGreeting(sessions.map(({ address }) => address));
  if (secondsBefore !== null) record.tell('reached', { port: world.smtpPort, secondsBefore });
}
