import type { MessageFault } from './whole-message';

/** Why something is no message, for whoever has pasted it. */
export const MESSAGE_FAULT_WORDS: Readonly<Record<MessageFault, string>> = {
  empty: 'There is nothing in it: paste a message with its whole header, or choose a file.',
  'no-header':
    'It does not begin with the header of a message. Paste the source of the message ("Show original", "View source"), from its first line.',
  'header-too-large': 'Its header has more than 1 MB, or no blank line ends it. More is not read here.',
  'header-too-many-lines': 'Its header has more than 10,000 lines. More is not read here.',
};
