import type { SituationCase } from './situation';

/** The lines about mail servers. */
export const SMTP_SITUATIONS: readonly SituationCase[] = [];
