import type { TextFormat } from './format';

const WHOM = String.raw`(?:recipients?|address(?:es|\(es\))?|users?|persons?|people|mailbox(?:es)?|parties|destinations?|e-?mail addresses)`;
const UNDELIVERED = String.raw`(?:(?:could|can|was|were|has|have|cannot|can ?not|couldn'?t|wasn'?t|weren'?t|did) ?(?:not|n't)?[^.\n]{0,30}\b(?:deliver(?:ed|able)?|reach(?:ed)?|sent|received|accepted)|undeliver(?:able|ed)|aborted|failed|fail(?:ure|ing)?|rejected|invalid|unknown|returned|bounced|problems?|errors?|unreachable|do(?:es)? not exist|not found)`;

/** Notices of software that nobody knows: a sentence that tells of failure and announces whom it is about. */
export const ANY: readonly TextFormat[] = [
  {
    name: 'other',
    begins: new RegExp(
      String.raw`\bdelayed\b[^.\n]{0,80}\b${WHOM}\b|\b${WHOM}\b[^.\n]{0,80}\bdelayed\b`,
      'i',
    ),
    action: 'delayed',
    isStrict: true,
  },
  {
    name: 'other',
    begins: new RegExp(String.raw`\b${UNDELIVERED}\b[^.\n]{0,120}\b${WHOM}\b`, 'i'),
    isStrict: true,
  },
  {
    name: 'other',
    begins: new RegExp(String.raw`\b${WHOM}\b[^.\n]{0,120}\b${UNDELIVERED}\b`, 'i'),
    isStrict: true,
  },
  {
    name: 'other',
    begins: /\b(?:could not be|was not|not be|cannot be) (?:delivered|sent)\b[^.\n]{0,70}$/i,
    isStrict: true,
  },
];
