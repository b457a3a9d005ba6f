import type { Reader } from './page';
import { readAmazonJson } from './readers/amazon-json';
import { readExchange } from './readers/exchange';
import { readSentence } from './readers/sentences';
import { readTextNotice } from './readers/text-notice';
import { readTranscript } from './readers/transcript';

/** The surest first: the fields of a delivery status, the forms of known software, sentences, the session itself. */
export const READERS: readonly Reader[] = [
  ({ fields }) => fields,
  ({ lines }) => readAmazonJson(lines),
  ({ lines }) => readExchange(lines),
  ({ lines }) => readTextNotice(lines) ?? readExchange(lines) ?? readSentence(lines),
  ({ lines }) => readTranscript(lines),
];
