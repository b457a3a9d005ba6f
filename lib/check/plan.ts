import type { CheckOptions, Vantage } from '@/lib/report/report';
import type { Target } from '@/lib/target/target';

/** What is to be checked, and as whom. */
export interface CheckPlan {
  target: Target;
  options: CheckOptions;
  /** `helo` and `sender` as they will be said; the sender without angle brackets, `<>` for the null sender. */
  vantage: Vantage;
  /** Recipient of the relay test, as it goes on the wire; null when none is configured. */
  relayAddress: string | null;
}
