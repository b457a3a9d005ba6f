import { AppProblem } from '@/lib/problem';
import type { AddressView } from '@/lib/blocklists/view';
import type { MessageView } from '@/lib/message/message-view';
import type { World } from '@/lib/check/world';
import { openWorld } from '@/lib/net/world';
import type { Report } from '@/lib/report/report';
import { type InstanceLock, lockInstance } from '@/lib/store/instance-lock';
import { openPrismaStore } from '@/lib/store/prisma-store';
import type { CheckStore } from '@/lib/store/store';
import type { Verification } from '@/lib/verify/verification';
import { type Accounts, createAccounts } from '../accounts/accounts';
import { ownSecret } from '../accounts/secret';
import { createFirstCode, type FirstCode } from '../accounts/first-code';
import { openWayProblem } from '../config/own-accounts';
import type { Settings } from '../config/settings';
import { type AddressLookup, createAddressLookup, keepingLookUp } from './address-lookup';
import { askedSubject } from './address-subject';
import { type Alerts, createAlerts } from './alerts';
import { type Batches, createBatches } from './batches';
import { createDamages, type Damages, isDamage } from './damages';
import { createFrozenReports, type FoundReport, type FrozenReports } from './frozen-reports';
import { sealInterrupted } from './interrupted';
import { queuedBefore } from './queued-before';
import { log } from '../config/log';
import { createMailReader, type MailReader } from './mail-reader/mail-reader';
import { createKeptResults, type KeptResults } from './kept-results';
import { createMessageVerifier, type MessageVerifier } from './message-verifier/message-verifier';
import { createLookups, type Lookups, MESSAGE_LIMITS } from './lookups';
import { createReportVerifier, type ReportVerifier } from './report-verifier/report-verifier';
import { readMail } from './kept-mail';
import type { Feed } from './feed';
import { findFormerPolicy } from './former-policy';
import { failStart } from './start-problem';
import { createMemoryFeed } from './memory-feed';
import type { Meters } from './meters';
import { createMemoryQueue } from './memory-queue';
import { createPulse, type Pulse } from './pulse';
import { createQuotas, type Quotas } from './quotas';
import { createRemoval, type Removal } from './removal';
import { createRetests, type Retests } from './retests';
import { openRooms, type Rooms } from './rooms';
import { createRunner, type Runner } from './runner';
import { createSearchIndex, type SearchIndex } from './search-index';
import { createStreamRoom, type StreamRoom } from './stream-room';
import { storedReport } from './stored-report';
import { createWatches, type Watches } from './watches';

/** What lives as long as the process, and what verbs are given to work with. */
export interface Services {
  settings: Settings;
  /** Of this process to be the only one that serves the database. */
  lock: InstanceLock;
  store: CheckStore;
  accounts: Accounts;
  /** Lets the first admin in. */
  firstCode: FirstCode;
  runner: Runner;
  feed: Feed;
  retests: Retests;
  watches: Watches;
  batches: Batches;
  alerts: Alerts;
  removal: Removal;
  searchIndex: SearchIndex;
  reader: MailReader;
  /** For what mail servers hand over: what others have read keeps none of it waiting. */
  pipeReader: MailReader;
  verifier: ReportVerifier;
  verifications: KeptResults<Verification>;
  messageVerifier: MessageVerifier;
  /** What pasted messages proved. */
  messageViews: KeptResults<MessageView>;
  /** For one message: what domains publish is asked for from now on. */
  policyLookups(): Omit<Lookups, 'ask'>;
  /** Whether an address may be contacted, which no private one may. */
  guard: World['guard'];
  lookUpAddress: AddressLookup;
  /** What was found out, by the address or name. */
  addressViews: KeptResults<AddressView>;
  rooms: Rooms;
  damages: Damages;
  pulse: Pulse;
  /** Of checks that have ended. */
  frozen: FrozenReports<FoundReport>;
  quotas: Quotas;
  meters: Meters;
  streams: StreamRoom;
}

/** Opens the database, ends the checks that a former process left behind, and takes up what waited and what it has planned. */
export async function openServices(settings: Settings, meters: Meters): Promise<Services> {
  const lock = await lockInstance(settings.databaseUrl, (error) => failStart(error, settings.databaseUrl));
  const store = await openPrismaStore(settings.databaseUrl);
  const { access, port } = settings;
  const accounts = await createAccounts({
    store,
    access,
    port,
    secret: () => ownSecret(settings),
  });
  const problem =
    accounts.way() === 'accounts' ? openWayProblem(access.url, { ...access, host: settings.host }) : null;
  if (problem !== null) throw new AppProblem('request-invalid', { say: problem });
  const firstCode = await createFirstCode({ store, accounts, access });
  const pulse = createPulse({ store, now: Date.now });
  await pulse.feel();
  const damages = createDamages();
  const queued = await queuedBefore(store, settings.relayAddress);
  const interrupted = await sealInterrupted({ store, damages }, new Date());
  if (interrupted > 0) log.warn({ checks: interrupted }, 'checks were interrupted when the process ended');
  let hasWarned = false;
  const world = openWorld({
    ...settings,
    formerPolicy: (domain) =>
      findFormerPolicy(domain, { store, now: Date.now }).catch((error: unknown) => {
        // What the network says now can be told all the same.
        log.warn({ err: error }, 'what a policy was before could not be read');
        return null;
      }),
    onCaptureFailure(why) {
      if (!hasWarned) log.warn({ why }, 'MXPROOF_CAPTURE is set, but tcpdump cannot capture here');
      hasWarned = true;
    },
  });
  const { concurrency, concurrencyOfCaller, graceMs, checkDeadlineMs: deadlineMs } = settings;
  const queue = createMemoryQueue();
  const feed = createMemoryFeed();
  const runner = createRunner({
    queue,
    feed,
    store,
    world,
    concurrency,
    concurrencyOfCaller,
    graceMs,
    deadlineMs,
    async onSealed({ id, retestOf, watchId, batchId, record }, status) {
      const report = { ...record.report(), status };
      meters.checkEnded(report, new Date(world.now()));
      searchIndex.look();
      // A watch asks again by itself, and a batch asks once.
      if (batchId !== undefined) await batches.follow({ id, report });
      else if (watchId === undefined) await retests.follow({ id, retestOf, report });
      else await watches.follow({ id, watchId, report });
    },
  });
  const rooms = openRooms();
  const reader = createMailReader();
  const searchIndex = createSearchIndex({
    store,
    readMail: (id) => readMail(id, { store, settings, reader, rooms }),
    severities: settings.severities,
  });
  searchIndex.look();
  const retests = createRetests({ store, damages, start: runner.start, now: world.now });
  await retests.resume(queued.flatMap(({ check }) => check.retestOf ?? []));
  const alerts = createAlerts({
    store,
    settings: settings.alerts,
    neverContact: settings.neverContact,
    origin: access.url,
    meters,
    ownSecret: () => ownSecret(settings),
    now: world.now,
  });
  const addressViews = createKeptResults<AddressView>();
  const lookUpAddress = keepingLookUp(
    createAddressLookup({ world, lists: settings.blocklists, meters }),
    addressViews,
  );
  const watches = createWatches({
    store,
    settings,
    queued: queued.map(({ check }) => check),
    start: runner.start,
    subjectOf: (target) => askedSubject(target, settings, world.guard),
    lookUp: lookUpAddress,
    meters,
    onAlert: alerts.look,
    now: world.now,
  });
  const quotas = createQuotas(queue, settings.limits, {
    store,
    limits: settings.messageLimits,
    now: world.now,
  });
  const batches = createBatches({
    store,
    settings,
    atOnce: settings.batchConcurrency,
    quotas,
    start: runner.start,
    reportOf: (id) => readable(() => damages.within('check', id, () => store.read(id)), settings),
    now: world.now,
  });
  await batches.resume(queued.map(({ check }) => check));
  for (const { check, plan } of queued) await runner.takeUp(check, plan);
  if (queued.length > 0) log.info({ checks: queued.length }, 'checks that waited are queued again');
  watches.look();
  alerts.look();
  const frozen = createFrozenReports<FoundReport>();
  const { checks, mails, bytes } = settings.keep;
  const removal = createRemoval({
    store,
    checks,
    mails,
    bytes,
    routineDays: settings.keepRoutineDays,
    auditDays: settings.keepAuditDays,
    now: Date.now,
    onRemoved: frozen.drop,
  });
  removal.start();
  const [verifier, streams] = [createReportVerifier(), createStreamRoom(settings.limits)];
  return {
    settings,
    lock,
    store,
    accounts,
    firstCode,
    pulse,
    damages,
    runner,
    feed,
    retests,
    watches,
    batches,
    alerts,
    removal,
    searchIndex,
    frozen,
    reader,
    pipeReader: createMailReader(),
    verifier,
    verifications: createKeptResults(),
    messageVerifier: createMessageVerifier(),
    messageViews: createKeptResults(),
    policyLookups: () =>
      createLookups(world, MESSAGE_LIMITS, (outcome) => meters.dnsAsked('message', outcome)),
    guard: world.guard,
    lookUpAddress,
    addressViews,
    rooms,
    quotas,
    meters,
    streams,
  };
}

/** The report of a check that has ended; null where there is none, or it cannot be read. */
async function readable(
  read: () => ReturnType<CheckStore['read']>,
  { severities }: Pick<Settings, 'severities'>,
): Promise<Report | null> {
  try {
    const check = await read();
    return check && storedReport(check, severities);
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** Before the process ends: running checks come to their end or are sealed as interrupted, and the database is one whole file. */
export async function closeServices(services: Services): Promise<void> {
  const { lock, store, runner, retests, watches, batches, alerts, removal, searchIndex } = services;
  removal.close();
  await Promise.all([retests, watches, batches, alerts].map((one) => one.close()));
  await runner.close();
  await searchIndex.close();
  await store.close();
  await lock.release();
}
