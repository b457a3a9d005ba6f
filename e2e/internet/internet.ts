import type { ServerBehaviour } from './behaviour';
import { startBlackHole } from './black-hole';
import { type Authority, createAuthority } from './certificates';
import { growTree, RESOLVER, type RootServer } from './delegate';
import { startDelayLine } from './delay-line';
import { createHolds, type Holds } from './holds';
import type { Mta, Running } from './mta';
import { startNameServer } from './name-server';
import { startPoliteMta } from './polite-mta';
import { startScriptedMta } from './scripted-mta';
import { startWeb, type Web } from './web';
import type { ZoneData } from './zone';

/** Everything there is in one practice internet, as data. */
export interface InternetData {
  zones: readonly ZoneData[];
  /** By address; servers that are not named here behave well. */
  behaviours: Readonly<Record<string, ServerBehaviour>>;
  /** By address. An address without an MTA refuses connections. */
  mtas: Readonly<Record<string, Mta>>;
  /** Servers of policies, by address. */
  webs?: Readonly<Record<string, Web>>;
  /** Added to every DNS answer and to everything an MTA says. */
  latencyMs?: number;
}

/** A practice internet that runs: name servers and MTAs on addresses of this machine only. */
export interface Internet extends Running {
  roots: RootServer[];
  /** What is believed of the root, as a line of a file of trust anchors. */
  trustAnchor: string;
  /** A resolver that can be asked at `dnsPort`. */
  resolver: string;
  dnsPort: number;
  smtpPort: number;
  httpsPort: number;
  /** PEM of the authority that signed the MTAs' good certificates. */
  authorityPem: string;
  /** What each address was asked, in order: `example.test MX udp`, `RCPT TO:<a@example.test>`. */
  asked(address: string): readonly string[];
  /** Has the MTAs that hold recipients answer about this one. */
  release(recipient: string): void;
}

/** The networks that a check must be allowed to contact: guard's exceptions for the practice internet. */
export const PRACTICE_NETWORKS = ['127.16.0.0/12', '::1/128', '127.255.255.255/32', 'ff0e::/16'];

/** TCP connections to these fail at once with ENETUNREACH, in every network: broadcast and multicast have no TCP. */
export const UNREACHABLE_IPV4 = '127.255.255.255';
export const UNREACHABLE_IPV6 = 'ff0e::16:1';

/** Below the range from which systems take ports for outgoing connections. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;
const MAX_PORT_TRIES = 20;

/** Starts name servers and MTAs, all name servers on one free port and all MTAs on another. */
export async function startInternet(data: InternetData): Promise<Internet> {
  const authority = await createAuthority();
  const named = { ...data, zones: await Promise.all(data.zones.map((zone) => withKeys(zone, authority))) };
  for (let tries = 1; ; tries++) {
    const dnsPort = FIRST_PORT + Math.floor(Math.random() * PORTS);
    const started: Running[] = [];
    try {
      return await startAt(named, authority, dnsPort, started);
    } catch (error) {
      await stopAll(started);
      if (!isPortTaken(error) || tries === MAX_PORT_TRIES) throw error;
    }
  }
}

/**
 * In records, `{key of NAME}` is what a TLSA record says of the good certificate of that name; `{key soon over of NAME}` of the one that
 * ends soon, `{key self-signed of NAME}` of the one that nobody else signed.
 */
async function withKeys(zone: ZoneData, authority: Authority): Promise<ZoneData> {
  const fill = async (line: string): Promise<string> => {
    const [mark, which = '', name] = /\{key (soon over |self-signed )?of ([\w.-]+)\}/.exec(line) ?? [];
    if (mark === undefined || name === undefined) return line;
    return line.replace(mark, await authority.keyOf(name, KIND_OF_KEY[which] ?? 'good'));
  };
  return { ...zone, records: await Promise.all(zone.records.map(fill)) };
}

const KIND_OF_KEY: Readonly<Record<string, 'expires-soon' | 'self-signed'>> = {
  'soon over ': 'expires-soon',
  'self-signed ': 'self-signed',
};

async function startAt(
  data: InternetData,
  authority: Authority,
  dnsPort: number,
  started: Running[],
): Promise<Internet> {
  const { roots, served, trustAnchor } = growTree(data.zones);
  const latencyMs = data.latencyMs ?? 0;
  const smtpPort = dnsPort + 1;
  const httpsPort = dnsPort + 3;
  const asked = new Map<string, string[]>();
  const holds = createHolds();
  const noteFor = (address: string) => (line: string) => {
    const lines = asked.get(address) ?? [];
    lines.push(line);
    asked.set(address, lines);
  };
  const addresses = new Set([...served.keys(), ...Object.keys(data.behaviours)]);
  for (const address of addresses)
    started.push(
      await startNameServer({
        address,
        latencyMs,
        port: dnsPort,
        onAsked: noteFor(address),
        zones: served.get(address) ?? [],
        behaviour: data.behaviours[address] ?? {},
      }),
    );
  for (const [address, mta] of Object.entries(data.mtas)) {
    const place = { address, port: smtpPort };
    const behind = latencyMs === 0 ? place : { address, port: smtpPort + 1 };
    started.push(await startMta(mta, behind, authority, holds, noteFor(address)));
    if (behind !== place) started.push(await startDelayLine(place, behind, latencyMs));
  }
  for (const [address, web] of Object.entries(data.webs ?? {}))
    started.push(await startWeb(web, { address, port: httpsPort }, authority, noteFor(address)));
  return {
    roots,
    trustAnchor,
    resolver: RESOLVER,
    dnsPort,
    smtpPort,
    httpsPort,
    authorityPem: authority.pem,
    asked: (address) => asked.get(address) ?? [],
    release: holds.release,
    stop: () => stopAll(started),
  };
}

function startMta(
  mta: Mta,
  place: { address: string; port: number },
  authority: Authority,
  holds: Holds,
  onSaid: (line: string) => void,
): Promise<Running> {
  switch (mta.kind) {
    case 'polite':
      return startPoliteMta(mta, place, authority, holds, onSaid);
    case 'scripted':
      return startScriptedMta(mta, place, authority, onSaid);
    case 'black-hole':
      return startBlackHole(place);
  }
}

async function stopAll(started: readonly Running[]): Promise<void> {
  await Promise.all(started.map((one) => one.stop()));
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
