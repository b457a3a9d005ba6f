import type { ReceiverWay } from '@/lib/watch/watch';

/** How an alert reaches somebody. */
export const WAY_WORDS: Readonly<Record<ReceiverWay, { label: string; about: string }>> = {
  mail: { label: 'Mail', about: 'To a mail address, through your own server.' },
  webhook: { label: 'Webhook', about: 'A signed request to a program, as JSON (Standard Webhooks).' },
  ntfy: {
    label: 'ntfy',
    about: 'To telephones. The URL ends with the topic: https://ntfy.example.org/alerts, or https://:TOKEN@…',
  },
  apprise: {
    label: 'Apprise',
    about: 'To whatever Apprise reaches: https://apprise.example.org/notify/KEY',
  },
};
