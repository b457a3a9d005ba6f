import type { AddressView } from '@/lib/blocklists/view';
import type { World } from '@/lib/check/world';
import { openWorld } from '@/lib/net/world';
import type { Report } from '@/lib/report/report';
import type { CheckStore } from '@/lib/store/store';
import { ownSecret } from '../accounts/secret';
import { log } from '../config/log';
import type { Settings } from '../config/settings';
import { type AddressLookup, createAddressLookup, keepingLookUp } from './address-lookup';
import { askedSubject } from './address-subject';
import { createAlerts } from './alerts';
import type { Backing, Begun } from './backing';
import { createBatches } from './batches';
import { createDamages, isDamage } from './damages';
import { findFormerPolicy } from './former-policy';
import { createFrozenReports, type FoundReport, type FrozenReports } from './frozen-reports';
import { readMail } from './kept-mail';
import { createKeptResults, type KeptResults } from './kept-results';
import { createMailReader, type MailReader } from './mail-reader/mail-reader';
import type { Meters } from './meters';
import { createQuotas, type Quotas } from './quotas';
import { createRemoval } from './removal';
import { createRetests } from './retests';
import { openRooms, type Rooms } from './rooms';
import type { Runner } from './runner';
import { createSearchIndex } from './search-index';
import { storedReport } from './stored-report';
import { createWatches } from './watches';

/** What makes checks, and does what is planned: all that a process needs that serves no pages. */
export interface Engine extends Begun {
  runner: Runner;
  world: World;
  quotas: Quotas;
  /** Of checks that have ended. */
  frozen: FrozenReports<FoundReport>;
  reader: MailReader;
  rooms: Rooms;
  lookUpAddress: AddressLookup;
  /** What was found out, by the address or name. */
  addressViews: KeptResults<AddressView>;
}

/** Nothing goes on by itself before `backing.begin`. */
export function createEngine(backing: Backing, settings: Settings, meters: Meters): Engine {
  const { store, duty } = backing;
  const damages = createDamages();
  let hasWarned = false;
  const world = openWorld({
    ...settings,
    turns: backing.turns,
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
  const runner = backing.runner({
    world,
    damages,
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
    duty,
  });
  const retests = createRetests({ store, damages, start: runner.start, now: world.now, duty });
  const alerts = createAlerts({
    store,
    settings: settings.alerts,
    neverContact: settings.neverContact,
    origin: settings.access.url,
    meters,
    ownSecret: () => ownSecret(settings),
    now: world.now,
    duty,
  });
  const addressViews = createKeptResults<AddressView>();
  const lookUpAddress = keepingLookUp(
    createAddressLookup({ world, lists: settings.blocklists, meters }),
    addressViews,
  );
  const watches = createWatches({
    store,
    settings,
    start: runner.start,
    subjectOf: (target) => askedSubject(target, settings, world.guard),
    lookUp: lookUpAddress,
    meters,
    onAlert: alerts.look,
    now: world.now,
    duty,
  });
  const quotas = createQuotas(
    backing.queue,
    settings.limits,
    { store, limits: settings.messageLimits, now: world.now, alone: backing.alone },
    backing.makeQuota,
  );
  const batches = createBatches({
    store,
    settings,
    atOnce: settings.batchConcurrency,
    quotas,
    start: runner.start,
    reportOf: (id) => readable(() => damages.within('check', id, () => store.read(id)), settings),
    now: world.now,
    duty,
  });
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
    duty,
    onRemoved(checkId) {
      frozen.drop(checkId);
      backing.tellRemoved(checkId);
    },
  });
  return {
    damages,
    world,
    runner,
    rooms,
    reader,
    searchIndex,
    retests,
    alerts,
    addressViews,
    lookUpAddress,
    watches,
    quotas,
    batches,
    frozen,
    removal,
  };
}

/** Before the process ends: running checks come to their end or are sealed as interrupted, and the database is one whole. */
export async function closeEngine(engine: Engine, backing: Pick<Backing, 'close'>): Promise<void> {
  const { runner, retests, watches, batches, alerts, removal, searchIndex } = engine;
  removal.close();
  await Promise.all([retests, watches, batches, alerts].map((one) => one.close()));
  await runner.close();
  await searchIndex.close();
  await backing.close();
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
