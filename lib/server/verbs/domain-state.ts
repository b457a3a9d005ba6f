import type { Outline } from '@/lib/report/outline';
import type { MailTry } from '@/lib/report/mail-try';
import type { CheckSummary } from '@/lib/report/summary';
import { MAX_PAGE } from '@/lib/store/cursor';
import type { CheckStore } from '@/lib/store/store';
import { parseTarget } from '@/lib/target/target';
import { isDamage } from '../engine/damages';
import { readMail } from '../engine/kept-mail';
import { readingOf } from '../engine/kept-reading';
import type { Services } from '../engine/services';
import { query } from './verb';

/** How a domain stands, whatever part of its history is looked at; checks of watches count, too. */
export interface DomainState {
  /** The last check that has ended. */
  latest: CheckSummary | null;
  /** Id of the last check that has seen where mail goes, or the zone. */
  seen: string | null;
  /** Mailboxes that were tried, newest first, here and by the senders of bounces. */
  tries: MailTry[];
  /** Checks that are measured, newest first: from the place of the history that is shown. */
  measured: { at: string; outline: Outline }[];
}

interface StateQuery {
  /** In A-labels. */
  domain: string;
  /** Of the page of the history. */
  cursor?: string | undefined;
}

/** Pages of checks that are looked through for one that has seen something: more in a row have failed before DNS. */
const MOST_PAGES = 10;

/** Mails that are looked through for notices, and notices that are read. */
const MOST_MAILS = 50;
const MOST_NOTICES = 3;

export const domainState = query(
  'list',
  async (_, { domain, cursor }: StateQuery, services): Promise<DomainState> => {
    const { store } = services;
    const [newest, shown, triedHere, triedElsewhere] = await Promise.all([
      checksOf(domain, undefined, store),
      cursor === undefined ? null : checksOf(domain, cursor, store),
      triesOfChecks(domain, store),
      triesOfNotices(domain, services),
    ]);
    return {
      latest: newest.checks.find(({ check }) => hasEnded(check))?.check ?? null,
      seen: await lastSeen(domain, newest, store),
      tries: [...triedHere, ...triedElsewhere].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)),
      measured: (shown ?? newest).checks.flatMap(({ check, outline }) =>
        outline === null ? [] : [{ at: check.createdAt, outline }],
      ),
    };
  },
);

interface ChecksPage {
  checks: { check: CheckSummary; outline: Outline | null }[];
  next: string | null;
}

async function checksOf(
  domain: string,
  cursor: string | undefined,
  store: Pick<CheckStore, 'list' | 'outlinesOf'>,
): Promise<ChecksPage> {
  const { items, next } = await store.list({
    domain,
    limit: MAX_PAGE,
    ...(cursor !== undefined && { cursor }),
  });
  const outlines = await store.outlinesOf(items.map(({ id }) => id));
  return { checks: items.map((check) => ({ check, outline: outlines.get(check.id) ?? null })), next };
}

async function lastSeen(
  domain: string,
  newest: ChecksPage,
  store: Pick<CheckStore, 'list' | 'outlinesOf'>,
): Promise<string | null> {
  let page = newest;
  for (let n = 1; ; n++) {
    const seen = page.checks.find(hasSeenDns);
    if (seen !== undefined) return seen.check.id;
    if (page.next === null || n === MOST_PAGES) return null;
    page = await checksOf(domain, page.next, store);
  }
}

/** One that has just ended has no outline yet: without a route there are no sessions. */
function hasSeenDns({ check, outline }: ChecksPage['checks'][number]): boolean {
  if (!hasEnded(check)) return false;
  return outline === null ? check.sessionCount > 0 : outline.exchanges !== null || outline.zone !== null;
}

function hasEnded({ status }: CheckSummary): boolean {
  return status !== 'queued' && status !== 'running';
}

/** Of those that saw what was seen before, the first one has said it. */
async function triesOfChecks(domain: string, store: Pick<CheckStore, 'list'>): Promise<MailTry[]> {
  const { items } = await store.list({ domain, withoutRoutine: true, limit: MAX_PAGE });
  return items.flatMap(({ target: { mailbox }, createdAt, verdict, depth }) => {
    if (mailbox === undefined) return [];
    const isAccepted = verdict?.outcome === 'accepted';
    // Without a recipient nothing was accepted for the mailbox.
    const isKnown = verdict !== null && !(isAccepted && depth === 'greeting');
    return [{ mailbox, at: createdAt, isFailed: isKnown ? !isAccepted : null }];
  });
}

async function triesOfNotices(domain: string, services: Services): Promise<MailTry[]> {
  const mails = await services.store.mailsOf({ domain, before: null, limit: MOST_MAILS });
  const notices = mails.filter(({ kind }) => kind === 'bounce' || kind === 'delay').slice(0, MOST_NOTICES);
  const tries = notices.map(async ({ id, at }): Promise<MailTry[]> => {
    const stored = await services.damages
      .within('mail', id, () => readMail(id, services))
      .catch((error: unknown) => {
        if (isDamage(error)) return null;
        throw error;
      });
    const recipients = (stored && readingOf(stored).bounce?.recipients) ?? [];
    return recipients.flatMap(({ address, action }) => {
      const target = parseTarget(address);
      if (!target.ok || target.value.mailbox === null || target.value.domain !== domain) return [];
      const isFailed = action === 'failed' || action === 'delayed';
      return [{ mailbox: target.value.mailbox, at, isFailed }];
    });
  });
  return (await Promise.all(tries)).flat();
}
