import { findReadable } from './get-report';
import { ownNames } from '../engine/own-names';
import { query } from './verb';

/** Checks that are looked at: the newest that have ended. */
const LOOKED_AT = 10;

/** Addresses of ours that are told of: those by which checks came lately; more than one of each family is rare. */
const MAX_ADDRESSES = 4;

/** What this installation is to others, and the checks that have shown it lately, newest first. */
export const getVantage = query('list', async (caller, _: object, services) => {
  const { settings, store } = services;
  const { items } = await store.list({ limit: 2 * LOOKED_AT });
  const ended = items.filter(({ status }) => status === 'done').slice(0, LOOKED_AT);
  const reports = await Promise.all(ended.map(({ id }) => findReadable(caller, { id }, services)));
  const { helo, mailFrom: sender, capture } = settings;
  const addresses = reports.flatMap(
    (report) => report?.identity?.addresses.map(({ address }) => address) ?? [],
  );
  const subjects = [...[...new Set(addresses)].slice(0, MAX_ADDRESSES), ...ownNames(settings)];
  return {
    own: { helo, sender, isCaptured: capture, openssl: process.versions.openssl },
    checks: reports.filter((report) => report !== null),
    /** Our own addresses and names, with what was found out of each lately. */
    lookedUp: subjects.map((about) => ({ about, view: services.addressViews.get(about) })),
  };
});
