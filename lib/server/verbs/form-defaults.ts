import { verb } from './verb';

/** What a check uses when nothing else is asked for: sender, HELO name, and the recipient of the relay test. */
export const formDefaults = verb('start-checks', (_, _nothing: object, { settings }) => {
  const { mailFrom: sender, helo, relayAddress } = settings;
  return { sender, helo, relayAddress };
});
