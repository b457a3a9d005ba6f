/** What somebody may do. Whoever knows the link of a check, or of a mail, may read it. */
export type Right =
  | 'read'
  | 'list'
  | 'explain'
  | 'start-checks'
  | 'send-messages'
  | 'stop-checks'
  | 'repeat-checks'
  | 'hand-over-mails';

/** Who asks for something. */
export interface Caller {
  /** Who is signed in; null for everybody else. */
  who: string | null;
  /** Where the request comes from, to count by; whoever talks to us directly may write what they like. */
  ip: string;
  may(right: Right): boolean;
}

/** Somebody who is not signed in. There is no sign-in yet: the proxy before us lets in who may do everything. */
export function visitor(ip: string): Caller {
  return { who: null, ip, may: () => true };
}
