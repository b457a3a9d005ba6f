import { z } from 'zod';
import { VerdictOutcome } from '@/lib/report/finding';
import { ownLink } from '@/lib/own-link';
import { ownFailureWords } from '@/lib/show/own-failure-words';
import { listingsIn } from '@/lib/watch/follow-lists';
import { WatchKind } from '@/lib/watch/kind';
import { isInDoubt } from '@/lib/watch/known';
import { Listed } from '@/lib/watch/listing';
import type { ShownWatch } from '@/lib/watch/shown-watch';
import { NewWatch, WatchChange } from '../../verbs/watch-input';
import { changeWatch, endWatch, listWatches, readWatch, startWatch } from '../../verbs/watches';
import { defineRoute } from '../define-route';
import { jsonBody } from '../input';
import { named } from '../named';
import { json, NO_STORE, nothing, told } from '../output';
import { LINK } from './links';

const WatchDocument = z.object({
  id: z.string(),
  kind: WatchKind.describe('`mail`: what becomes of mail to the target; `lists`: what blocklists say of it'),
  target: z
    .string()
    .describe('a domain, a mailbox or an address literal; of lists an address, or a name of ours'),
  domain: z.string().nullable().describe('of mail; null of lists'),
  everyMinutes: z.int(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  isPaused: z.boolean(),
  nextAt: z.iso.datetime().nullable().describe('null while it is paused'),
  outcome: VerdictOutcome.nullable().describe('what is known to become of mail; null when no try could tell'),
  headline: z.string().nullable().describe('of the verdict'),
  listings: z
    .array(Listed.extend({ zone: z.string() }))
    .nullable()
    .describe('the blocklists that are known to have it; null of mail, and when none has answered'),
  since: z.iso.datetime().nullable().describe('when it was known first as it is'),
  isInDoubt: z
    .boolean()
    .describe('whether the last try saw something else, which no second one has confirmed'),
  blindTries: z
    .int()
    .describe('tries in a row that could not tell what becomes of mail, or in which no list answered'),
  ownFailure: z.string().nullable().describe('how the last try has failed on our own side'),
  lastCheckId: z.string().nullable().describe('null of lists, whose tries are no checks'),
  receivers: z.array(z.string()).describe('ids of those whom it tells'),
});

const Watch = named('Watch', WatchDocument);
const Watches = named('Watches', z.object({ items: z.array(WatchDocument) }));

export const listWatchesRoute = defineRoute({
  method: 'GET',
  path: '/api/watches',
  summary: 'Everything that is watched, by domain',
  input: {},
  output: told(
    ({ watches }: { watches: ShownWatch[] }) => ({ items: watches.map(watchDocument) }),
    json(Watches, { description: 'All of it', headers: NO_STORE }),
  ),
  verb: listWatches,
});

export const startWatchRoute = defineRoute({
  method: 'POST',
  path: '/api/watches',
  summary: 'Watch a domain or a mailbox, or what blocklists say of an address, beginning now',
  input: { body: jsonBody(named('NewWatch', NewWatch)) },
  output: told(
    watchDocument,
    json(Watch, {
      status: 201,
      description: 'Watched; `Location` is where it is read',
      headers: NO_STORE,
      location: ({ id }) => ownLink(`/api/watches/${id}`),
    }),
  ),
  problems: [
    'target-invalid',
    'too-many-checks',
    'too-many-recipients',
    'too-many-verifications',
    'database-unavailable',
  ],
  verb: startWatch,
});

export const readWatchRoute = defineRoute({
  method: 'GET',
  path: '/api/watches/{id}',
  summary: 'One watch, and what is known by it',
  input: LINK,
  output: told(watchDocument, json(Watch, { description: 'As it is now', headers: NO_STORE })),
  problems: ['watch-not-found'],
  verb: readWatch,
});

export const changeWatchRoute = defineRoute({
  method: 'PATCH',
  path: '/api/watches/{id}',
  summary: 'Change how often it is tried, whom it tells, whether it is paused',
  input: { ...LINK, body: jsonBody(named('WatchChange', WatchChange)) },
  output: told(watchDocument, json(Watch, { description: 'As it is from now on', headers: NO_STORE })),
  problems: ['watch-not-found', 'too-many-checks', 'too-many-verifications', 'database-unavailable'],
  verb: changeWatch,
});

export const endWatchRoute = defineRoute({
  method: 'DELETE',
  path: '/api/watches/{id}',
  summary: 'End a watch; what it has told stays',
  input: LINK,
  output: nothing('It is not tried again'),
  problems: ['watch-not-found', 'database-unavailable'],
  verb: endWatch,
});

function watchDocument(watch: ShownWatch): z.infer<typeof WatchDocument> {
  const { id, kind, target, domain, domainUnicode, everyMinutes, createdAt, createdBy, nextAt, since } =
    watch;
  const { blind, ownFailure, lastCheckId, receivers } = watch;
  const verdict = watch.kind === 'mail' ? (watch.knowledge.verdict?.known ?? null) : null;
  return {
    id,
    kind,
    target,
    domain: kind === 'mail' ? domain : null,
    everyMinutes,
    createdAt: createdAt.toISOString(),
    createdBy,
    isPaused: nextAt === null,
    nextAt: nextAt?.toISOString() ?? null,
    outcome: verdict?.outcome ?? null,
    headline: verdict?.headline ?? null,
    listings: watch.kind === 'lists' ? listingsIn(watch.knowledge) : null,
    since: since?.toISOString() ?? null,
    isInDoubt: isInDoubt(watch),
    blindTries: blind,
    ownFailure: ownFailure && ownFailureWords(ownFailure, domainUnicode),
    lastCheckId,
    receivers,
  };
}
