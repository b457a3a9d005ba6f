/** What a domain's history is made of. */
export const HISTORY_KINDS = ['check', 'mail', 'alert', 'note'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];
