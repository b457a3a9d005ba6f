import { findReadable } from './get-report';
import { query } from './verb';

/** Checks that are looked at: the newest that have ended. */
const LOOKED_AT = 10;

/** What this installation is to others, and the checks that have shown it lately, newest first. */
export const getVantage = query('list', async (caller, _: object, services) => {
  const { settings, store } = services;
  const { items } = await store.list({ limit: 2 * LOOKED_AT });
  const ended = items.filter(({ status }) => status === 'done').slice(0, LOOKED_AT);
  const reports = await Promise.all(ended.map(({ id }) => findReadable(caller, { id }, services)));
  const { helo, mailFrom: sender, capture } = settings;
  return {
    own: { helo, sender, isCaptured: capture, openssl: process.versions.openssl },
    checks: reports.filter((report) => report !== null),
  };
});
