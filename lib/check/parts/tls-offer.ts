import type { CheckRun } from '../check-run';

/** With what TLS was begun, when it was: the size of it decides at some servers. */
export async function tellTlsOffer({ world, record }: CheckRun): Promise<void> {
  const isBegun = record.report().sessions.some(({ tls }) => tls?.hello !== undefined);
  if (isBegun) record.tell('tlsOffer', await world.tlsOffer());
}
