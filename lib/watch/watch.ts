import { z } from 'zod';
import { Change } from './change';
import { type QuietHours } from './quiet';
import type { Knowledge } from './follow';
import type { KnownLists } from './follow-lists';
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

/** What a watch has made of its tries so far. */
export type Known = { kind: 'mail'; knowledge: Knowledge } | { kind: 'lists'; knowledge: KnownLists };

/** What is tried again and again, and told when it changes. */
export type Watch = WatchPlan & Known;
export type WatchOf<K extends Watch['kind']> = Extract<Watch, { kind: K }>;

interface WatchPlan {
  id: string;
  createdAt: Date;
  createdBy: string | null;
  /** Of mail: a mailbox, a domain in A-labels, an address literal. Of lists: an address in its shortest form, or a name of our own. */
  target: string;
  /** In whose history it stands: of mail the domain, of lists the target. */
  domain: string;
  everyMinutes: number;
  /** Null: it is paused. */
  nextAt: Date | null;
  /** When the known verdict was seen first, or lists became as they are known; null before. */
  since: Date | null;
  /** Tries in a row, up to the last one, that could not see what becomes of mail, or in which no list answered. */
  blind: number;
  /** How the last check has failed on our own side; null when it has not, and of lists. */
  ownFailure: OwnFailure | null;
  /** Null of lists: their tries are no checks. */
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
  /** The check that has seen it; null when it was a look-up of the address that is the target. */
  checkId: string | null;
  changes: Change[];
  /** Since when it was known as it was before; null when that is not known. */
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
