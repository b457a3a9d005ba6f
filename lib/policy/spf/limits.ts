/** What RFC 7208 §4.6.4 allows; a survey of what a record can come to counts on. */
export interface SpfLimits {
  lookups: number;
  voidLookups: number;
}

export const RFC_LIMITS: SpfLimits = { lookups: 10, voidLookups: 2 };

/** Steps and records of one evaluation that are told; a record that needs more is beyond every limit. */
export const MAX_TOLD = 60;
