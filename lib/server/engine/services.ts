import type { World } from '@/lib/check/world';
import type { MessageView } from '@/lib/message/message-view';
import { AppProblem } from '@/lib/problem';
import type { CheckStore } from '@/lib/store/store';
import type { Verification } from '@/lib/verify/verification';
import { type Accounts, createAccounts } from '../accounts/accounts';
import { createFirstCode, type FirstCode } from '../accounts/first-code';
import { ownSecret } from '../accounts/secret';
import { openWayProblem } from '../config/own-accounts';
import { log } from '../config/log';
import type { Settings } from '../config/settings';
import type { Backing } from './backing';
import { closeEngine, createEngine, type Engine } from './engine';
import type { Feed } from './feed';
import { createKeptResults, type KeptResults } from './kept-results';
import { createLookups, type Lookups, MESSAGE_LIMITS } from './lookups';
import { createMailReader, type MailReader } from './mail-reader/mail-reader';
import { openBacking } from './open-backing';
import { createMessageVerifier, type MessageVerifier } from './message-verifier/message-verifier';
import type { Meters } from './meters';
import { createPulse, type Pulse } from './pulse';
import { createReportVerifier, type ReportVerifier } from './report-verifier/report-verifier';
import { failStart } from './start-problem';
import { createStreamRoom, type StreamRoom } from './stream-room';

/** What lives as long as the process, and what verbs are given to work with. */
export interface Services extends Engine {
  settings: Settings;
  backing: Pick<Backing, 'close'>;
  store: CheckStore;
  accounts: Accounts;
  /** Lets the first admin in. */
  firstCode: FirstCode;
  feed: Feed;
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
  pulse: Pulse;
  meters: Meters;
  streams: StreamRoom;
}

/** Opens the database, and takes up what former processes have left there: checks that were interrupted, that waited, and what is planned. */
export async function openServices(settings: Settings, meters: Meters): Promise<Services> {
  const role = { runsChecks: settings.checks === 'here', keepsTime: true };
  const backing = await openBacking(settings, role, (error) => failStart(error, settings.databaseUrl));
  const { store } = backing;
  const { access, port } = settings;
  const accounts = await createAccounts({
    store,
    access,
    port,
    secret: () => ownSecret(settings),
    onChosen: backing.tellSignIn,
  });
  backing.onSignIn(() => {
    accounts
      .lookAgain()
      .catch((error: unknown) => log.error({ err: error }, 'how people sign in could not be read'));
  });
  const problem =
    accounts.way() === 'accounts' ? openWayProblem(access.url, { ...access, host: settings.host }) : null;
  if (problem !== null) throw new AppProblem('request-invalid', { say: problem });
  const firstCode = await createFirstCode({ store, accounts, access });
  const pulse = createPulse({ store, now: Date.now });
  await pulse.feel();
  const engine = createEngine(backing, settings, meters);
  await backing.begin(engine);
  const { world } = engine;
  const [verifier, streams] = [createReportVerifier(), createStreamRoom(settings.limits)];
  return {
    ...engine,
    settings,
    backing,
    store,
    feed: backing.feed,
    accounts,
    firstCode,
    pulse,
    pipeReader: createMailReader(),
    verifier,
    verifications: createKeptResults(),
    messageVerifier: createMessageVerifier(),
    messageViews: createKeptResults(),
    policyLookups: () =>
      createLookups(world, MESSAGE_LIMITS, (outcome) => meters.dnsAsked('message', outcome)),
    guard: world.guard,
    meters,
    streams,
  };
}

/** Before the process ends. */
export function closeServices({ backing, ...services }: Services): Promise<void> {
  return closeEngine(services, backing);
}
