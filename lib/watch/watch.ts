import { z } from 'zod';
import { Change } from './change';
import { type QuietHours } from './quiet';
import type { Knowledge } from './follow';
import type { OwnFailure } from './own-failure';

/** How an alert reaches somebody. */
export const ReceiverWay = z.enum(['mail', 'webhook', 'ntfy', 'apprise']);
export type ReceiverWay = z.infer<typeof ReceiverWay>;

/** Of a receiver that came from another installation, and waits for somebody to type what it had there. */
export const NO_ADDRESS = '';

/** Where alerts go. */
export interface Receiver {
  id: string;
  /** Of no other receiver. */
  name: string;
  createdAt: Date;
  createdBy: string | null;
  way: ReceiverWay;
  /** A mail address, or the URL that is called; `NO_ADDRESS` where it has stayed behind. */
  address: string;
  quiet: QuietHours | null;
}

/** What is checked again and again, and told when it changes. */
export interface Watch {
  id: string;
  createdAt: Date;
  createdBy: string | null;
  /** As it is checked: a mailbox, a domain in A-labels, an address literal. */
  target: string;
  domain: string;
  everyMinutes: number;
  /** Null: it is paused. */
  nextAt: Date | null;
  knowledge: Knowledge;
  /** When the known verdict was seen first; null before. */
  since: Date | null;
  /** Tries in a row, up to the last one, that could not see what becomes of mail. */
  blind: number;
  /** How the last try has failed on our own side; null when it has not. */
  ownFailure: OwnFailure | null;
  lastCheckId: string | null;
  /** Ids of the receivers that are told. */
  receivers: string[];
}

/** That something has changed. */
export interface Alert {
  id: string;
  watchId: string;
  /** What is watched. */
  target: string;
  at: Date;
  /** The check that has seen it. */
  checkId: string;
  changes: Change[];
  /** Since when the verdict was as it was before; null when that is not known. */
  since: Date | null;
}

/** How an alert has fared with one receiver. */
export interface Delivered {
  /** The name of the receiver. */
  to: string;
  deliveredAt: Date | null;
  /** Null when it is not tried again. */
  nextAt: Date | null;
  problem: string | null;
}

/** An alert, and whom it has reached. */
export type ToldAlert = Alert & { deliveries: Delivered[] };

/** As it is kept. */
export const Changes = z.array(Change);
