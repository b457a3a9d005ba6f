import type { Refusal } from './refusal';

/** What a refusal of the sender does not prove. */
const ABOUT_SENDER =
  'This is about where this check came from: it says nothing about the mailbox and need not hold for another sender.';

/** What a refusal of the message does not prove. */
export const ABOUT_MESSAGE =
  'The recipient had been accepted. What was judged is the test message of this check; real mail may fare otherwise.';

/** The message itself had been sent. */
export function isAboutMessage({ stage }: Pick<Refusal, 'stage'>): boolean {
  return stage === 'message';
}

/** Categories that judge what was sent, and nobody who sends. */
const OF_CONTENT: readonly Refusal['category'][] = [
  'spam-content',
  'virus',
  'content-format',
  'message-too-large',
];

/** How far a refusal reaches that lies with the sender: to this sender, or to this message. */
export function reach(args: Refusal): string {
  return isAboutMessage(args) && OF_CONTENT.includes(args.category) ? ABOUT_MESSAGE : ABOUT_SENDER;
}
