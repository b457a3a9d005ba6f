import type { Action } from '../../notice';

/** The form in which one kind of software writes its notices: lines that introduce recipients, each with its reason. */
export interface TextFormat {
  name: string;
  /** A line after which recipients are named. Where a writer breaks it anywhere, its last words. */
  begins: RegExp;
  /** Ends it, beside what ends every list: the returned message. */
  ends?: RegExp;
  action?: Action;
  /** A recipient may stand as `Name (address)`, as mail programs show it. */
  hasNames?: boolean;
  /** A recipient may stand as the name of a mailbox at the writer's own domain. */
  hasOwnMailboxes?: boolean;
  /** Nothing but an address may stand on a recipient's line. */
  isStrict?: boolean;
}
