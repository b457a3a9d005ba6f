import type { MessageRequest } from '@/lib/store/store';
import { createMemoryQuota } from './memory-quota';
import { createMessageQuota, type MessageQuotaConfig } from './message-quota';
import type { Queue } from './queue';
import type { Quota } from './quota';
import { createStartQuota } from './start-quota';

/** Everything that may be had only so often. */
export interface Quotas {
  /** Checks, for an address. */
  starts: Quota<string>;
  /** Messages, to a recipient and in all. */
  messages: Quota<MessageRequest['target']>;
  /** Mails handed over from an address; an mbox is one. */
  handOvers: Quota<string>;
  /** Mails that an address has read again. */
  readAgains: Quota<string>;
}

/** Hand-overs from one address within a minute; an mbox is one. */
const MAX_HANDED_OVER = 600;

/** Mails that one address has read again within a minute: each may take some seconds. */
const MAX_READ_AGAIN = 10;

export function createQuotas(queue: Queue, messages: MessageQuotaConfig): Quotas {
  const ofMails = (most: number, what: string) => createMemoryQuota({ most, code: 'too-many-reports', what });
  return {
    starts: createStartQuota(queue),
    messages: createMessageQuota(messages),
    handOvers: ofMails(MAX_HANDED_OVER, 'mails'),
    readAgains: ofMails(MAX_READ_AGAIN, 'mails to be read again'),
  };
}
