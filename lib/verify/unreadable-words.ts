import type { UnreadableReason } from './verification';

/** Why a file is not taken for a report, and what to hand over instead. */
export const UNREADABLE_WORDS: Readonly<Record<UnreadableReason, string>> = {
  empty: 'There is nothing in it: choose the file report.json of a check, or paste what it holds.',
  'not-utf8': 'This is not text in UTF-8, as report.json is. It may have been saved in another encoding.',
  'cut-off': 'The file ends in the middle: a part of it is missing. Download report.json again.',
  'not-json':
    'This is not JSON. What is verified is the file report.json that “Download JSON” on the page of a check gives.',
  'too-deep': 'This JSON is nested deeper than any report of mxproof.',
  'no-report': 'This is JSON, but not a report of mxproof: it does not hold what a report holds.',
};
