/** Tries after the first one. */
export const MAX_RETESTS = 5;
