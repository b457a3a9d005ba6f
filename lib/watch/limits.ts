/** Tries of one watch are at least this far apart: each opens a session with every mail server. */
export const MIN_EVERY_MINUTES = 5;

/** And at most a month. */
export const MAX_EVERY_MINUTES = 31 * 24 * 60;
