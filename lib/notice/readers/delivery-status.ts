import { addressAlone, addressesIn } from '@/lib/mail/address';
import { type Fields, fieldsOf, readFieldGroups } from '@/lib/mail/fields';
import { Action, type Host } from '../notice';
import { MAX_RECIPIENTS, type Statements, type Statement, statement } from '../statement';

/** Where people paste it or gateways flatten it, the fields stand in the text. */
const PER_RECIPIENT = /^(?:final|original)-recipient[ \t]*:/im;
const PER_MESSAGE =
  /^(?:reporting-mta|received-from-mta|arrival-date|original-envelope-id|dsn-gateway|x-[a-z-]+)[ \t]*:/i;

/** RFC 3464 in all its variants: fields in any case, groups in any number, recipients without Final-Recipient. */
export function readDeliveryStatus(text: string): Statements | null {
  const groups = readFieldGroups(text);
  const perRecipient = groups
    .flatMap(splitRecipients)
    .filter(isOfRecipient)
    .slice(0, MAX_RECIPIENTS + 1); // one more shows that there are more
  if (perRecipient.length === 0) return null;
  const perMessage = groups.find(({ get }) => get('reporting-mta') !== null) ?? groups[0];
  return {
    format: 'RFC 3464',
    why: perRecipient[0] === undefined ? '' : whyOf(perRecipient[0]),
    reportingHost: valueAfterType(perMessage?.get('reporting-mta') ?? null),
    arrivedAt: perMessage?.get('arrival-date') ?? null,
    envelopeId: perMessage?.get('original-envelope-id') ?? null,
    recipients: perRecipient.map(readRecipient),
  };
}

/** Original-Recipient alone, without what became of it, is beside the message by mistake. */
function isOfRecipient(fields: Fields): boolean {
  const isTold = ['final-recipient', 'action', 'status', 'diagnostic-code'].some(
    (name) => fields.get(name) !== null,
  );
  return isTold && recipientOf(fields) !== null;
}

/** The part of a text that has the fields of a delivery status; null when there is none. */
export function deliveryStatusIn(text: string): string | null {
  const first = PER_RECIPIENT.exec(text);
  if (first === null) return null;
  const lines = text.slice(0, first.index).split('\n');
  let from = lines.length - 1;
  while (from > 0 && (PER_MESSAGE.test(lines[from - 1] ?? '') || /^[ \t]*\r?$/.test(lines[from - 1] ?? '')))
    from--;
  return lines.slice(from).join('\n') + text.slice(first.index);
}

/** With which of these a recipient's fields begin differs; none of them is there twice (RFC 3464 §2.3). */
const ONCE = ['original-recipient', 'final-recipient', 'action'];

/** Some writers leave out the blank line between two recipients: the next begins where a field comes again. */
function splitRecipients(group: Fields): Fields[] {
  if (group.all.filter(([name]) => name === 'final-recipient').length < 2) return [group];
  const parts: [string, string][][] = [[]];
  for (const [name, value] of group.all) {
    const last = parts.at(-1) ?? [];
    if (ONCE.includes(name) && last.some(([one]) => one === name)) parts.push([[name, value]]);
    else last.push([name, value]);
  }
  return parts.map(fieldsOf);
}

function readRecipient(fields: Fields): Statement {
  const original = fields.get('original-recipient');
  const originalAddress = original === null ? null : addressOf(original);
  const final = recipientOf(fields) ?? { address: '', isOdd: true };
  const isKnownBetter = isInternal(final.address) && originalAddress !== null;
  const { address, isOdd } = isKnownBetter ? { address: originalAddress, isOdd: false } : final;
  const status = statusOf(fields);
  const action = Action.safeParse(/^[a-z]*/.exec((fields.get('action') ?? '').toLowerCase())?.[0]);
  return statement(
    address,
    exitStatusIn(fields) ??
      valueAfterType(fields.get('diagnostic-code')) ??
      wordsOfStatus(fields.get('status')),
    {
      isOdd,
      originalAddress: originalAddress === address ? null : originalAddress,
      action: action.success ? action.data : actionOf(status),
      status,
      remote: hostOf(fields.get('remote-mta')),
      lastAttempt: fields.get('last-attempt-date'),
      willRetryUntil: fields.get('will-retry-until'),
      queueId: fields.get('final-log-id'),
    },
  );
}

/** `x-unix; 255` is what a program ended with, and no reply (RFC 3464 §2.3.6: the type says what the words are). */
function exitStatusIn(fields: Fields): string | null {
  const status = /^\s*x-unix\s*;\s*(\d{1,3})\s*$/i.exec(fields.get('diagnostic-code') ?? '')?.[1];
  return status === undefined ? null : `command exited with status ${status}`;
}

/** Of several, the first that says more than the class does. */
function statusOf({ all }: Fields): string | null {
  const stated = all
    .filter(([name]) => name === 'status')
    .flatMap(([, value]) => /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}/.exec(value)?.[0] ?? []);
  return stated.find((one) => !one.endsWith('.0.0')) ?? stated[0] ?? null;
}

/** RFC 3463 §3.1: the class tells. */
function actionOf(status: string | null): Action | null {
  if (status === null) return null;
  return status.startsWith('5') ? 'failed' : status.startsWith('4') ? 'delayed' : 'delivered';
}

/** The name of a channel or a host of its own: nobody else knows such a mailbox. */
function isInternal(address: string): boolean {
  return !/[.:]/.test(address.slice(address.indexOf('@') + 1)) || !address.includes('@');
}

interface NamedRecipient {
  address: string;
  isOdd: boolean;
}

/** Characters of a Final-Recipient that is no address. */
const MAX_ODD = 320;

/** RFC 3464 §2.3.2: a type stands in front. Without one it is the name of a mailbox, unless it is the type of a field that breaks off. */
const NAME_ALONE =
  /^(?!(?:rfc-?822|x-?400|x\.?500|utf-?8|smtp|mta|unix|local|lmtp|unknown|none)$)<?[\w.+-]{2,64}>?$/i;

/** RFC 3464 §2.3.1 and §2.3.2; `X-Actual-Recipient` where the other two are missing (RFC 3464 §2.3, Sendmail); what is no address as it stands. */
function recipientOf(fields: Fields): NamedRecipient | null {
  for (const name of ['final-recipient', 'original-recipient', 'x-actual-recipient']) {
    const value = fields.get(name);
    const address = value === null ? null : addressOf(value);
    if (address !== null) return { address, isOdd: false };
  }
  const final = fields.get('final-recipient') ?? '';
  const isWhole = final.includes(';') || NAME_ALONE.test(final);
  const raw = isWhole ? (valueAfterType(final) ?? '').replace(/^<|>$/g, '').slice(0, MAX_ODD) : '';
  return raw === '' ? null : { address: raw, isOdd: true };
}

/** `rfc822; user@example.org`, also without type, in brackets, in xtext (RFC 3461 §4), or an X.500 name with the address. */
function addressOf(value: string): string | null {
  const plain = (valueAfterType(value) ?? '').replace(/\+([0-9A-F]{2})/g, (whole, hex: string) =>
    /@/.test(value) && !/\+(?:40|2B|3D)/.test(value) ? whole : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return addressAlone(plain) ?? addressesIn(plain)[0] ?? null;
}

/** `smtp; 550 …` → `550 …`; `dns; mx.example.org` → `mx.example.org`. */
function valueAfterType(value: string | null): string | null {
  if (value === null) return null;
  return value.replace(/^\s*(?:[a-z][a-z0-9._-]{0,40}|[a-z0-9-]{1,20}\s?822)\s*;\s*/i, '').trim();
}

/** `dns; mx.example.org (192.0.2.1, the server …)`: name and address, as far as they stand there. */
function hostOf(value: string | null): Host {
  const text = valueAfterType(value) ?? '';
  const host =
    text
      .split(/[\s(]/, 1)[0]
      ?.replace(/[[\]]|\.$/g, '')
      .toLowerCase() ?? '';
  const isAddress = /^[\d.]+$|:/.test(host);
  const behind = /[([]((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:]{3,39})\b/i.exec(text)?.[1] ?? null;
  return { name: host === '' || isAddress ? null : host, address: isAddress ? host : behind };
}

/** `5.1.1 (bad destination mailbox address)`, `550 5.1.1 user unknown` → the words. */
function wordsOfStatus(status: string | null): string {
  if (/^[245]\d\d /.test(status ?? '')) return status ?? '';
  return /\(([^)]{1,300})\)/.exec(status ?? '')?.[1] ?? '';
}

function whyOf(fields: Fields): string {
  const [name, value] = fields.all.find(([one]) => one === 'final-recipient') ?? fields.all[0] ?? ['', ''];
  return `${name}: ${value}`;
}
