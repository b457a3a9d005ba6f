import type { Severity } from '@/lib/report/finding';
import { type Keepers, unlessElsewhere } from '../define';

/** What there is beside an exchange that DANE bars, and how the way to it is proven. */
export type Way = {
  /** Whether the MX records are signed, or proven to be none. */
  isMxSigned: boolean;
  /** Whether there is an exchange that DANE does not bar. */
  hasOther: boolean;
};

/** What senders do whom the records bar from an exchange. */
export function consequence({ isMxSigned, hasOther }: Way): string {
  const who = isMxSigned
    ? 'Microsoft 365, GMX, web.de, and Postfix or Exim with DANE'
    : 'Postfix servers with DANE';
  const then = hasOther
    ? 'do not deliver there, and go on to the other exchanges'
    : 'defer the mail, and return it in the end';
  // RFC 7672 §2.2.1: behind MX records that are not signed it is left to the sender.
  return isMxSigned
    ? `${who} ${then}. Senders without DANE deliver.`
    : `${who} ${then}, although the MX records are not signed. Microsoft 365 does not ask for TLSA there; it delivers, as do senders without DANE.`;
}

/** Warning where senders that are barred have another exchange. */
export function barring({ hasOther }: Pick<Way, 'hasOther'>): Severity {
  return unlessElsewhere({ elsewhere: hasOther });
}

/** Who keeps the mail for it; null where there is another exchange. */
export function keepers({ isMxSigned, hasOther }: Way): Keepers | null {
  if (hasOther) return null;
  return isMxSigned
    ? { who: 'senders that enforce DANE', plain: 'some large providers', isProven: true }
    : { who: 'Postfix servers with DANE', plain: 'some mail servers', isProven: true };
}

/** Of an example. */
export const WAY: Way = { isMxSigned: true, hasOther: false };
