import { CAUSE_SIDE, Cause, type CauseState, type ExaminedCause } from '@/lib/report/finding';
import { inspection, interception, pathMtu } from './between';
import type { Examine } from './cause';
import type { Failure } from './failure';
import {
  greylisting,
  mailbox,
  rateLimit,
  recipientConfiguration,
  recipientDns,
  recipientFirewall,
  recipientLoad,
  recipientNat,
  recipientPolicy,
  recipientRouting,
} from './recipient';
import {
  senderAddressing,
  senderDns,
  senderFirewall,
  senderIdentity,
  senderReputation,
  senderRouting,
} from './sender';

/** How each cause is examined. */
const EXAMINE: Readonly<Record<Cause, Examine>> = {
  'sender-dns': senderDns,
  'sender-routing': senderRouting,
  'sender-firewall': senderFirewall,
  'sender-addressing': senderAddressing,
  'sender-identity': senderIdentity,
  'sender-reputation': senderReputation,
  interception,
  'path-mtu': pathMtu,
  inspection,
  'recipient-dns': recipientDns,
  'recipient-routing': recipientRouting,
  'recipient-firewall': recipientFirewall,
  'recipient-nat': recipientNat,
  greylisting,
  'rate-limit': rateLimit,
  'recipient-load': recipientLoad,
  'recipient-configuration': recipientConfiguration,
  mailbox,
  'recipient-policy': recipientPolicy,
};

const ORDER: readonly CauseState[] = ['supported', 'open', 'ruled-out'];

/** Every cause that the field knows for such a failure, with what the evidence says of it: what is supported first. */
export function diagnose(failure: Failure): ExaminedCause[] {
  return Cause.options
    .flatMap((cause) => {
      const examined = EXAMINE[cause](failure);
      return examined === null ? [] : [{ cause, side: CAUSE_SIDE[cause], ...examined }];
    })
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}
