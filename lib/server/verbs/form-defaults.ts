import { query } from './verb';

/**
 * What a check uses when nothing else is asked for: sender, HELO name, and the recipient of the relay test; and whether messages
 * are sent at all, and from whom they may come.
 */
export const formDefaults = query('start-checks', (_, _nothing: object, { settings }) => {
  const { mailFrom: sender, helo, relayAddress, messageLimits, messageFrom } = settings;
  return {
    sender,
    helo,
    relayAddress,
    messageFrom,
    sendsMessages: Object.values(messageLimits).every((most) => most > 0),
  };
});
