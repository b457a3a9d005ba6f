/** Where processes on one database tell each other something (`NOTIFY`): an id and a number of events. */
export const EVENTS_CHANNEL = 'mxproof_events';

/** Where they tell what another one is to do: a word, and an id where it is about something. */
export const NEWS_CHANNEL = 'mxproof_news';
