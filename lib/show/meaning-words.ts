import type { WhoActs } from '@/lib/who-acts';

/** Who is to act on a reply. */
export const WHO_ACTS_ON_REPLY: Record<WhoActs, string> = {
  sender: 'The sender',
  'sender-admin': 'The sender’s administrator',
  recipient: 'The recipient',
  'recipient-admin': 'The recipient’s administrator',
  network: 'Whoever runs the network in between',
  nobody: 'No action needed',
  unknown: 'Not clear who needs to act',
};
