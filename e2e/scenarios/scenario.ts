import type { FormerStsPolicy } from '@/lib/policy/view';
import type { RootServer } from '@/lib/dns/root-hints';
import { catalogue, type FindingCode } from '@/lib/findings/catalogue';
import type { TOPICS } from '@/lib/findings/topics';
import type { Cause, CauseState, Side, Verdict } from '@/lib/report/finding';
import type { ArgsOf } from '@/lib/findings/found';
import type { NeverContact } from '@/lib/net/own-choice';
import type { Control, Depth } from '@/lib/smtp/session';
import type { ServerBehaviour } from '../internet/behaviour';
import type { OwnSide } from '../internet/seen-from';
import type { Mta, PoliteMta, ScriptedMta } from '../internet/mta';
import type { Signing } from '../internet/signing';
import type { Web } from '../internet/web';
import type { ZoneData } from '../internet/zone';

/** A finding that a scenario must lead to; only the arguments named here are compared. */
export interface Expectation {
  code: FindingCode;
  args: Readonly<Record<string, unknown>>;
}

/** One situation: what the internet is like there, what is checked, and what must come of it. */
export interface Scenario {
  /** Named after what is wrong; also the name of the file. */
  name: string;
  /** For the list of things to try: what is wrong, in one line. */
  about: string;
  target: string;
  depth?: Depth;
  controls?: readonly Control[];
  /** DKIM selectors that are looked at. */
  selectors?: readonly string[];
  zones: readonly ZoneData[];
  /** Name servers that misbehave, by address. */
  behaviours?: Readonly<Record<string, ServerBehaviour>>;
  /** By address; an address without an MTA refuses connections. */
  mtas?: Readonly<Record<string, Mta>>;
  /** Servers of policies, by address. */
  webs?: Readonly<Record<string, Web>>;
  /** Root servers other than the usual ones. The lab has one set of them, so it leaves such scenarios out. */
  roots?: readonly RootServer[];
  /** What is wrong on the sender’s side; the lab has nothing of the kind, so it leaves such scenarios out. */
  here?: OwnSide;
  /** Whom the operator has excluded; the lab excludes nobody, so it leaves such scenarios out. */
  neverContact?: Partial<NeverContact>;
  /** What an earlier check has seen of the policy; the lab has no earlier checks, so it leaves such scenarios out. */
  formerPolicy?: FormerStsPolicy;
  /** Only where the machine has an IPv6 loopback address. */
  needsIpv6?: boolean;
  /** Who we say we are, where it matters. */
  vantage?: { helo?: string; sender?: string };
  /** The address that the other side sees us come from; a private one when not given. */
  ownAddress?: string;
  /** Where nothing should listen. */
  controlAddress?: string;
  /** With a TLS hello of more than a packet, whatever library the tests run on. */
  largeHello?: true;
  /** Waits longer than the tests usually do. */
  greetingTimeoutMs?: number;
  replyTimeoutMs?: number;
  /** Lines that these addresses must have heard. */
  asked?: Readonly<Record<string, readonly string[]>>;
  /** Addresses that nobody may have spoken to. */
  notAsked?: readonly string[];
  verdict: Pick<Verdict, 'outcome' | 'side' | 'permanence' | 'stage'>;
  /** When it depends: what the senders meet, in the order of the cases. */
  cases?: readonly Verdict['outcome'][];
  lookFirst?: Side;
  /** What the evidence says of causes; those not named here may be anything. */
  causes?: Partial<Readonly<Record<Cause, CauseState>>>;
  /** What the words of verdict and findings must say, and must not. */
  says?: readonly RegExp[];
  saysNot?: readonly RegExp[];
  must: readonly Expectation[];
  mustNot: readonly FindingCode[];
  /** Of each of these there may be no second with the same arguments but for the evidence. */
  once?: readonly FindingCode[];
  /** Nothing worse than information may be found. */
  quiet?: boolean;
}

/** How long the tests wait for a greeting or a reply where a person would wait a minute. */
export const SILENCE_SECONDS = 5;

export function scenario(data: Scenario): Scenario {
  return data;
}

/** A finding by its code and some of its arguments, checked against the catalogue by the compiler. */
export function finding<C extends FindingCode>(code: C, args: Partial<ArgsOf<C>>): Expectation {
  return { code, args };
}

/** All findings of a topic except these: whatever is wrong has one name. */
export function othersOf(topic: keyof typeof TOPICS, ...expected: FindingCode[]): FindingCode[] {
  const codes = Object.keys(catalogue) as FindingCode[];
  return codes.filter((code) => code.startsWith(`${topic}.`) && !expected.includes(code));
}

/** The addresses of a scenario, as `block` gives them. */
type At = (host: number) => string;

/** A zone with two name servers of its own, `ns1` at .1 and `ns2` at .2. */
export function zone(at: At, origin: string, ...records: string[]): ZoneData {
  return { origin, servers: { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [at(2)] }, records };
}

/** A zone with one exchange, `mx1` at .101. */
export function zoneWithMx(at: At, origin: string, ...records: string[]): ZoneData {
  return zone(at, origin, '@ MX 10 mx1', `mx1 A ${at(101)}`, ...records);
}

/** The same, signed. */
export function signedZone(at: At, origin: string, signing: Signing, ...records: string[]): ZoneData {
  return { ...zoneWithMx(at, origin, ...records), signing };
}

export function polite(name: string, other: Omit<PoliteMta, 'kind' | 'name'> = {}): PoliteMta {
  return { kind: 'polite', name, ...other };
}

export function scripted(
  name: string,
  script: ScriptedMta['script'],
  other: Pick<ScriptedMta, 'tls' | 'secured'> = {},
): ScriptedMta {
  return { kind: 'scripted', name, script, ...other };
}

/** The address that stands for a mailbox of the person who checks, for the relay test. */
export const RELAY_ADDRESS = 'relaytest@probe.example';

/** The verdict on a target that takes the mail. */
export const ACCEPTED = { outcome: 'accepted', side: 'none', permanence: null, stage: 'rcpt' } as const;
/** Accepted, and others who enforce what the recipient's side publishes keep the mail. */
export const KEPT_BY_OTHERS = { ...ACCEPTED, side: 'recipient' } as const;

/** The verdict when nobody can say whose turn it is. */
export function forNow(stage: string, side: Verdict['side'] = 'unknown') {
  return { outcome: 'temporary', permanence: 'temporary', side, stage } as const;
}

export function forGood(stage: string, side: Verdict['side'] = 'recipient') {
  return { outcome: 'permanent', permanence: 'permanent', side, stage } as const;
}

/** The verdict when senders meet different things. */
export function depends(side: Verdict['side'], stage = 'dns') {
  return { outcome: 'depends', permanence: null, side, stage } as const;
}
