import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { noteProcess } from '../scripts/test-run.mjs';
import { freePort, isFree } from './free-port';
import { type Internet, type InternetData, PRACTICE_NETWORKS, startInternet } from './internet/internet';
import { mergeScenarios } from './scenarios/merge';
import { labScenarios } from './scenarios/playable';

/** What fails most often, and what is well: the page has these first. */
const FIRST: readonly string[] = [
  'healthy',
  'mailbox-unknown',
  'mailbox-full',
  'greylisting',
  'blocklisted',
  'spf-fails',
  'no-reverse-name',
  'first-exchange-gone',
  'silent-greeting',
  'hosts-disagree',
  'domain-not-found',
  'name-servers-silent',
  'lame-delegation',
  'dnssec-expired',
  'dane-mismatch',
  'mta-sts-uncovered',
];

/** How long mxproof may take until it answers: the first start installs and builds. */
const START_MS = 600_000;
/** How long one question about its health may take: a connection made while it starts may never be answered. */
const ANSWER_MS = 5_000;
/** How long it may take to end by itself before it is killed. */
const END_MS = 5_000;

export interface LabOptions {
  /** Where mxproof listens; a free port when not given. */
  port?: number;
  /** Added to everything that name servers and MTAs say. */
  latencyMs?: number;
  /** Further settings of mxproof, e.g. its time limits; they outrank those of the lab. */
  env?: Readonly<Record<string, string>>;
  /** What there is in this internet beside the scenarios. */
  beside?: Partial<Omit<InternetData, 'latencyMs'>>;
  /** Gives up starting. */
  signal?: AbortSignal;
}

/** mxproof, pointed at a practice internet that plays all scenarios. */
export interface Lab {
  url: string;
  internet: Internet;
  /** The process of mxproof; it may end before `stop`, e.g. with Ctrl-C. */
  product: ChildProcess;
  /** Ends what was started here and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts the practice internet, then mxproof with its own database. Rejects when the port is taken (what answers there is not
 * ours), when mxproof ends, or when it does not answer.
 */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const scenarios = labScenarios();
  const port = options.port ?? (await freePort());
  if (!(await isFree(port))) throw new Error(`Port ${port} is in use; end what listens there.`);
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-lab-'));
  const merged = mergeScenarios(scenarios);
  const { zones = [], behaviours = {}, mtas = {} } = options.beside ?? {};
  const internet = await startInternet({
    zones: [...merged.zones, ...zones],
    behaviours: { ...merged.behaviours, ...behaviours },
    mtas: { ...merged.mtas, ...mtas },
    ...(merged.webs && { webs: merged.webs }),
    latencyMs: options.latencyMs ?? 0,
  });
  const isFirst = ({ name }: { name: string }) => FIRST.includes(name);
  const inOrder = [...scenarios.filter(isFirst), ...scenarios.filter((one) => !isFirst(one))];
  const targets = inOrder.map(({ target, about }) => ({ target, about }));
  const product = spawn(process.execPath, [join('scripts', 'start.mjs')], {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    env: { ...process.env, ...labEnvironment(folder, internet, port, targets), ...options.env },
  });
  noteProcess(process.pid);
  noteProcess(product.pid);
  const lab: Lab = {
    url: `http://127.0.0.1:${port}`,
    internet,
    product,
    async stop() {
      await endProcess(product);
      await internet.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await untilHealthy(lab, options.signal);
  } catch (error) {
    await lab.stop();
    throw error;
  }
  return lab;
}

/** The configuration that points mxproof at the practice internet; files go into the folder. */
export function labEnvironment(
  folder: string,
  { roots, trustAnchor, resolver, dnsPort, smtpPort, httpsPort, authorityPem }: Internet,
  port: number,
  targets: readonly { target: string; about: string }[],
): Record<string, string> {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  mkdirSync(join(folder, 'data'), { recursive: true });
  const hints = roots.map(({ name, address }) => `. 3600 NS ${name}.\n${name}. 3600 A ${address}\n`).join('');
  return {
    // Whoever works on mxproof may have one for their own.
    MXPROOF_ENV_FILE: '/dev/null',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'data', 'lab.db')}`,
    MXPROOF_ROOT_HINTS: write('named.root', hints),
    MXPROOF_TRUST_ANCHORS: write('root.ds', `${trustAnchor}\n`),
    MXPROOF_COMPARE_RESOLVERS: `${resolver}:${dnsPort}`,
    MXPROOF_DNS_PORT: String(dnsPort),
    MXPROOF_SMTP_PORT: String(smtpPort),
    MXPROOF_HTTPS_PORT: String(httpsPort),
    MXPROOF_ALLOW_NETWORKS: PRACTICE_NETWORKS.join(','),
    MXPROOF_HELO: 'probe.example',
    MXPROOF_RELAY_TEST_ADDRESS: 'relaytest@probe.example',
    MXPROOF_COOLDOWN_S: '0',
    MXPROOF_MESSAGES_PER_RECIPIENT: '3',
    MXPROOF_MESSAGES_PER_CALLER: '20',
    // Nobody else lives in this internet, whose few servers answer for all of it: it may be asked as often as one likes.
    MXPROOF_QUERIES_PER_MINUTE: '0',
    MXPROOF_SESSIONS_PER_HOUR: '0',
    MXPROOF_SESSIONS_PER_NETWORK: '0',
    MXPROOF_RECIPIENTS_PER_HOUR: '0',
    MXPROOF_RECIPIENTS_PER_DAY: '0',
    // And one caller is all who try it.
    MXPROOF_EXPLANATIONS_PER_MINUTE: '0',
    MXPROOF_CONTROLS_PER_HOUR: '0',
    MXPROOF_PAGES_PER_MINUTE: '0',
    // A person who tries the silent servers should not wait a minute for each.
    MXPROOF_CONNECT_TIMEOUT_S: '8',
    MXPROOF_GREETING_TIMEOUT_S: '20',
    MXPROOF_REPLY_TIMEOUT_S: '10',
    MXPROOF_LAB_TARGETS: write('targets.json', JSON.stringify(targets)),
    NODE_EXTRA_CA_CERTS: write('authority.pem', authorityPem),
  };
}

async function untilHealthy({ url, product }: Lab, signal?: AbortSignal): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until; await pause(100)) {
    if (hasEnded(product)) throw new Error('mxproof ended while it was starting; see its message above.');
    signal?.throwIfAborted();
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(
      () => null,
    );
    if (answer?.ok === true) return;
  }
  throw new Error(`mxproof does not answer at ${url}.`);
}

export async function endProcess(product: ChildProcess): Promise<void> {
  if (hasEnded(product)) return;
  const ended = new Promise((resolve) => product.once('exit', resolve));
  product.kill('SIGTERM');
  const killer = setTimeout(() => product.kill('SIGKILL'), END_MS);
  await ended;
  clearTimeout(killer);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
