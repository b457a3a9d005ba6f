/** A file that cannot be imported, or not any further; the message is a sentence that says why. */
export class ExportUnreadable extends Error {
  override readonly name = 'ExportUnreadable';
}
