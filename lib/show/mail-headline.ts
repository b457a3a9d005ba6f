import type { Complaint } from '@/lib/complaint/complaint';
import type { MailView } from '@/lib/complaint/mail-reading';
import type { Notice } from '@/lib/notice/notice';
import { ACTION_TONE, ACTION_WORD, KIND_WORD, REPORTED_WORD } from './mail-words';
import type { Tone } from './words';

/** The answer in one sentence, with its tone. */
export function mailHeadline({ kind, bounce, feedback }: MailView): { text: string; tone: Tone } {
  if (feedback !== null) return { text: complaintWords(feedback), tone: 'note' };
  const [first, ...others] = bounce?.recipients ?? [];
  if (first === undefined || bounce === null)
    return {
      text: `${KIND_WORD[kind]}.`,
      tone: kind === 'ordinary' || kind === 'unread' ? 'unknown' : 'note',
    };
  if (others.length > 0) return { text: manyWords(bounce), tone: ACTION_TONE[first.action] };
  const why =
    first.action === 'failed' || first.action === 'delayed'
      ? `: ${uncapitalised(first.meaning.meaning)}`
      : '.';
  return {
    text: `${capitalised(ACTION_WORD[first.action])} to ${first.address}${why}`,
    tone: ACTION_TONE[first.action],
  };
}

/** The same for titles and previews: without any local part. */
export function mailTitle({ kind, bounce, feedback }: MailView): string {
  const [, domainOfFirst = null] = bounce?.recipients[0]?.address.split('@') ?? [];
  const domain = feedback?.sendingDomain ?? domainOfFirst;
  return domain === null ? KIND_WORD[kind] : `${KIND_WORD[kind]}: ${domain}`;
}

function complaintWords({ judgement, sourceAddress }: Complaint): string {
  const from = sourceAddress === null ? '' : ` Sent from ${sourceAddress}.`;
  return `${REPORTED_WORD[judgement.what]}.${from}`;
}

/** "2 of 3 recipients not delivered." */
function manyWords({ recipients }: Notice): string {
  const failed = recipients.filter(({ action }) => action === 'failed').length;
  if (failed === recipients.length) return `Not delivered to any of ${failed} recipients.`;
  if (failed > 0) return `Not delivered to ${failed} of ${recipients.length} recipients.`;
  return `${capitalised(ACTION_WORD[recipients[0]?.action ?? 'delayed'])}: ${recipients.length} recipients.`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function uncapitalised(words: string): string {
  return /^[A-Z][a-z’]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
