/** Lines with something in them from which on a pasted text is a message, not a target: targets have one. */
const LEAST_LINES = 3;

/** Whether what was pasted into the field for a target is a whole message, or a good part of one. */
export function isWholeMail(pasted: string): boolean {
  return pasted.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length >= LEAST_LINES;
}
