import type { Limits } from '../config/limits';
import { createMemoryQuota } from './memory-quota';
import { type AskedMessage, createMessageQuota, type MessageQuotaConfig } from './message-quota';
import { createOctetQuota, type HandedOver } from './octet-quota';
import type { Queue } from './queue';
import { createRecipientQuota, type NamedRecipient, type RecipientQuotaConfig } from './recipient-quota';
import type { MakeQuota, Quota } from './quota';
import { createStartQuota } from './start-quota';

/** Everything that may be had only so often. */
export interface Quotas {
  /** Checks, for a caller. */
  starts: Quota<string>;
  /** Mailboxes of one domain. */
  recipients: Quota<NamedRecipient>;
  /** Messages, to a recipient, by a caller and in all. */
  messages: Quota<AskedMessage>;
  /** Checks with controls, for a caller. */
  controls: Quota<string>;
  /** Mails handed over from an address; an mbox is one. */
  handOvers: Quota<string>;
  /** Octets of mails handed over. */
  handedOver: Quota<HandedOver>;
  /** Mails that an address has read again. */
  readAgains: Quota<string>;
  /** Reports that an address has verified. */
  verifications: Quota<string>;
  /** Messages that an address has verified, for each of which name servers are asked. */
  readMessages: Quota<string>;
  /** Addresses that a caller looks up, for each of which name servers are asked. */
  addresses: Quota<string>;
  /** Replies that a caller has explained. */
  explanations: Quota<string>;
  /** Pages that are drawn for a caller. */
  pages: Quota<string>;
  /** Passwords that are tried from an address. */
  signIns: Quota<string>;
  /** Passwords that are tried for an account from wherever: more, or one address would lock it. */
  signInsOfAccount: Quota<string>;
}

/** Addresses from which one account may be tried as often as from each. */
const TRIED_FROM = 10;

export function createQuotas(
  queue: Queue,
  limits: Limits,
  messages: MessageQuotaConfig & Pick<RecipientQuotaConfig, 'store'>,
  makeQuota: MakeQuota,
): Quotas {
  const ofMails = (most: number, what: string) => makeQuota({ most, code: 'too-many-reports', what });
  return {
    starts: createStartQuota(queue, limits, makeQuota),
    recipients: createRecipientQuota({ ...messages, limits }),
    messages: createMessageQuota(messages),
    controls: makeQuota({
      most: limits.controlsPerHour,
      window: 'hour',
      code: 'too-many-controls',
      what: 'checks with controls',
    }),
    handOvers: ofMails(limits.handOversPerMinute, 'mails'),
    handedOver: createOctetQuota(limits),
    signIns: makeQuota({
      most: limits.signInsPerMinute,
      code: 'too-many-sign-ins',
      what: 'tries to sign in',
    }),
    signInsOfAccount: makeQuota({
      most: TRIED_FROM * limits.signInsPerMinute,
      code: 'too-many-sign-ins',
      what: 'tries to sign in',
      whose: 'for this account',
    }),
    verifications: makeQuota({
      most: limits.verificationsPerMinute,
      code: 'too-many-verifications',
      what: 'reports to be verified',
    }),
    addresses: makeQuota({
      most: limits.verificationsPerMinute,
      code: 'too-many-verifications',
      what: 'addresses to be looked up',
    }),
    explanations: makeQuota({
      most: limits.explanationsPerMinute,
      code: 'too-many-explanations',
      what: 'replies to be explained',
    }),
    // These keep this process free, whatever others have drawn.
    pages: createMemoryQuota({ most: limits.pagesPerMinute, code: 'too-many-pages', what: 'pages' }),
    readMessages: ofMails(limits.verificationsPerMinute, 'messages to be verified'),
    readAgains: ofMails(limits.readAgainPerMinute, 'mails to be read again'),
  };
}
