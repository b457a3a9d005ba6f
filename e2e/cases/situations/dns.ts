import type { SituationCase } from './situation';

/** The lines about name servers. */
export const DNS_SITUATIONS: readonly SituationCase[] = [];
