/** Different targets of one batch, together with the lines that are none: at two checks a second it takes half a day. */
export const MAX_TARGETS = 100_000;

/** Octets of a list as it arrives: 100,000 targets with some columns beside them; more is refused unread. */
export const MAX_LIST_OCTETS = 16 * 1024 * 1024;

/** Characters that are kept of a line that is no target. */
export const MAX_KEPT_CHARACTERS = 300;

/** Lines that are read before others have their turn. */
export const PIECE_LINES = 200;
