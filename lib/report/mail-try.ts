/** Mail to a mailbox at a time, by a check or a notice. */
export interface MailTry {
  mailbox: string;
  at: string;
  /** Null: it is not known. */
  isFailed: boolean | null;
}
