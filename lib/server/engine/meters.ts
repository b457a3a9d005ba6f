import type { StepOutcome } from '@/lib/dns/trace';
import type { MailKind } from '@/lib/notice/notice';
import type { Report } from '@/lib/report/report';
import type { ReceiverWay } from '@/lib/watch/watch';

/** What came of a try of a watch, the first that applies: a change is told, ours has failed, nothing that counts was seen, something waits for a second try. */
export type TryResult = 'told' | 'own-failure' | 'blind' | 'in-doubt' | 'unchanged';

/** What came of telling a receiver; `failed`: it is tried again. */
type DeliveryResult = 'delivered' | 'failed' | 'given-up';

/** What name servers are asked for, beside checks: by a person for a message or an address, or by a watch of an address. */
export type LookupPurpose = 'message' | 'address' | 'watch';

/** What is told of when it happens, to whoever counts; where that goes is nobody's business here. */
export interface Meters {
  /** A check has come to its end; not one that the end of the process has interrupted. */
  checkEnded(report: Report, at: Date): void;
  /** A name server was asked, outside of a check. */
  dnsAsked(purpose: LookupPurpose, outcome: StepOutcome): void;
  mailRead(kind: MailKind): void;
  watchTried(result: TryResult): void;
  alertTried(way: ReceiverWay, result: DeliveryResult): void;
}
