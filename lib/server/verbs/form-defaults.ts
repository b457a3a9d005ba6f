import { query } from './verb';

/**
 * What a check uses when nothing else is asked for: sender, HELO name, and the recipient of the relay test; and whether messages
 * are sent at all.
 */
export const formDefaults = query('start-checks', (_, _nothing: object, { settings }) => {
  const { mailFrom: sender, helo, relayAddress, messageLimits } = settings;
  return {
    sender,
    helo,
    relayAddress,
    sendsMessages: Object.values(messageLimits).every((most) => most > 0),
  };
});
