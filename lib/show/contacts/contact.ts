/** A mailbox of the other side, and how much is known of it. */
export interface Contact {
  role: 'postmaster' | 'abuse' | 'zone' | 'tls-reports' | 'dmarc-reports';
  address: string;
  says: string;
  /** The same in few words. */
  briefly: string;
}
