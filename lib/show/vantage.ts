import { isHeard } from '@/lib/dns/heard';
import { isIpv6 } from '@/lib/ip-family';
import type { Finding, FixRecord } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import type { OwnSpf } from '@/lib/policy/view';
import { ownDmarcRow, ownSpfRow } from './own-policy-words';
import type { PolicyRow } from './policy-row';
import type { Tone } from './words';

/** How this installation stands before others, line by line. */
export interface VantageRow {
  name: string;
  tone: Tone;
  /** A sentence. */
  says: string;
  /** What to do; null when nothing need be done. */
  todo: string | null;
  /** What is to be published, for tools. */
  records?: readonly FixRecord[] | undefined;
  /** From which records that follows, step by step. */
  proof?: Pick<PolicyRow, 'records' | 'steps'>;
  /** The check that has shown it; null where it is known without one. */
  seen: { checkId: string; at: string } | null;
}

/** What this installation is without any check. */
export interface OwnSide {
  helo: string;
  /** The envelope sender; empty for the null sender. */
  sender: string;
  isCaptured: boolean;
  /** Of the TLS library, e.g. 3.0.15. */
  openssl: string;
}

type Seen = Pick<
  Report,
  'id' | 'startedAt' | 'vantage' | 'options' | 'identity' | 'sessions' | 'trace' | 'findings' | 'policies'
>;

/** Findings of each line: one of them says what is wrong. */
const FINDINGS_OF = {
  helo: ['vantage.helo-not-fqdn', 'vantage.helo-unresolved', 'vantage.helo-elsewhere'],
  reverse: ['vantage.no-reverse-name', 'vantage.reverse-not-confirmed', 'vantage.helo-not-reverse'],
  sender: ['vantage.sender-without-mail'],
  smtp: ['vantage.port-rejected', 'vantage.nothing-reachable', 'vantage.ipv6-silent'],
  dns: ['vantage.no-dns', 'vantage.no-dns-tcp'],
  between: ['vantage.intercepted', 'vantage.dns-intercepted'],
  clock: ['vantage.clock'],
} as const satisfies Record<string, readonly Finding['code'][]>;

/**
 * The lines of the page that says who we are to others, out of lately ended checks, newest first. A check that used another HELO name, or
 * another sender, says nothing of ours.
 */
export function vantageRows(checks: readonly Seen[], own: OwnSide): VantageRow[] {
  const asWeAre = checks.filter(
    ({ vantage, options }) =>
      vantage.helo === own.helo &&
      vantage.sender === own.sender &&
      options.helo === undefined &&
      options.sender === undefined,
  );
  return [
    heloRow(asWeAre, own),
    ...(['IPv4', 'IPv6'] as const).map((family) => addressRow(asWeAre, family)),
    senderRow(asWeAre, own),
    ...ownPolicies(asWeAre),
    smtpRow(checks),
    dnsRow(checks),
    betweenRow(checks),
    known('TLS', `Sessions are opened with OpenSSL ${own.openssl}.`),
    ...clockRows(checks),
    known('Packets', own.isCaptured ? CAPTURED : 'Those of sessions are not captured (MXPROOF_CAPTURE).'),
  ];
}

const CAPTURED = 'Those of each session are captured, and can be had as a file (MXPROOF_CAPTURE).';

function heloRow(checks: readonly Seen[], { helo }: OwnSide): VantageRow {
  const check = checks.find(({ identity }) => identity !== null);
  if (!check) return unseen('HELO name', `${helo} is said in EHLO.`);
  const wrong = faultOf(check, FINDINGS_OF.helo);
  if (wrong) return fault('HELO name', wrong, check);
  const addresses = check.identity?.helo.addresses ?? [];
  if (addresses.length === 0)
    return unseen('HELO name', `${helo} is said in EHLO; whether it leads to us could not be looked up.`);
  return good('HELO name', `${helo} leads to ${addresses.join(' and ')}.`, check);
}

function addressRow(checks: readonly Seen[], family: 'IPv4' | 'IPv6'): VantageRow {
  const name = `${family} address`;
  const localOf = ({ sessions }: Seen) =>
    sessions.flatMap(({ socket }) =>
      socket !== null && isIpv6(socket.localAddress) === (family === 'IPv6') ? [socket.localAddress] : [],
    )[0];
  const check = checks.find((one) => localOf(one) !== undefined);
  const local = check && localOf(check);
  if (!check || local === undefined)
    return unseen(name, `No session over ${family} lately, so it is not known by which address we come.`);
  const { addresses = [] } = check.identity ?? {};
  const reverse =
    addresses.find(({ address }) => address === local) ??
    addresses.find(({ address }) => isIpv6(address) === isIpv6(local));
  if (!reverse)
    return {
      ...unseen(
        name,
        `Sockets have ${local} on our side. It is no public address, so others see another one.`,
      ),
      todo: 'Name it in MXPROOF_PUBLIC_ADDRESSES, so that its reverse name and SPF can be looked at.',
      seen: seenIn(check),
    };
  const { address } = reverse;
  const wrong = check.findings.find(
    ({ code, args }) =>
      isOneOf(FINDINGS_OF.reverse, code) && 'address' in args && args['address'] === address,
  );
  if (wrong) return fault(name, wrong, check);
  const own = address === local ? local : `${address} (MXPROOF_PUBLIC_ADDRESSES)`;
  const names = reverse.names.flatMap((one) => (one.confirmed === true ? [one.name] : []));
  if (names.length === 0)
    return { ...unseen(name, `${own}; its reverse name could not be looked up.`), seen: seenIn(check) };
  return good(name, `${own}, whose reverse name ${names.join(', ')} leads back to it.`, check);
}

function senderRow(checks: readonly Seen[], { sender }: OwnSide): VantageRow {
  const shown = sender === '' ? '<>' : sender;
  const check = checks.find(({ identity }) => identity !== null);
  if (!check) return unseen('Sender', `${shown} is said in MAIL FROM.`);
  const wrong = faultOf(check, FINDINGS_OF.sender);
  if (wrong) return fault('Sender', wrong, check);
  const isFound = check.identity?.sender?.state === 'mx' || check.identity?.sender?.state === 'implicit';
  return isFound
    ? good('Sender', `${shown}: mail to its domain has a way, so a bounce would arrive.`, check)
    : unseen(
        'Sender',
        `${shown} is said in MAIL FROM; whether its domain takes mail could not be looked up.`,
      );
}

/** What receivers that look it up find of the sender, as the newest check has seen it that looked. */
function ownPolicies(checks: readonly Seen[]): VantageRow[] {
  const check = checks.find(({ policies }) => policies !== null && policies.own.spf.length > 0);
  const own = check?.policies?.own;
  if (check === undefined || own === undefined)
    return [unseen('SPF and DMARC', 'No check lately has looked up what they say of this sender.')];
  const rowOf = ({ name, tone, state, say, records, steps }: PolicyRow, wrong?: Finding): VantageRow => ({
    name,
    tone,
    says: `${state} · ${say}`,
    todo: wrong?.fix ?? null,
    records: wrong?.records,
    proof: { records, steps },
    seen: seenIn(check),
  });
  return [
    ...own.spf.map((spf) => rowOf(ownSpfRow(spf), refusalOf(check, spf))),
    ...(own.dmarc === null ? [] : [rowOf(ownDmarcRow(own.spf, own.dmarc))]),
  ];
}

function refusalOf({ findings }: Seen, { domain, address }: OwnSpf): Finding | undefined {
  return findings.find(
    ({ code, args }) =>
      code === 'vantage.spf-refuses' && args['domain'] === domain && args['address'] === address,
  );
}

function smtpRow(checks: readonly Seen[]): VantageRow {
  const name = 'Port 25';
  const connected = ({ sessions }: Seen) => sessions.find(({ timings }) => timings.connectMs !== null);
  const works = checks.find(connected);
  const newest = checks[0];
  const wrong = newest && faultOf(newest, FINDINGS_OF.smtp);
  if (newest && wrong && newest !== works) return fault(name, wrong, newest);
  const session = works && connected(works);
  if (!works || !session) return unseen(name, 'No mail server was reached lately.');
  return good(name, `${session.exchange} [${session.address}] took a connection.`, works);
}

function dnsRow(checks: readonly Seen[]): VantageRow {
  const name = 'Port 53';
  const newest = checks[0];
  const wrong = newest && faultOf(newest, FINDINGS_OF.dns);
  if (newest && wrong) return fault(name, wrong, newest);
  const heard = ({ trace: { steps } }: Seen, transport: 'udp' | 'tcp') =>
    steps.some((step) => step.transport === transport && isHeard(step));
  const works = checks.find((one) => heard(one, 'udp'));
  if (!works) return unseen(name, 'No name server was asked lately.');
  const isTcp = checks.some((one) => heard(one, 'tcp'));
  return good(
    name,
    `Name servers answer over UDP${isTcp ? ' and over TCP' : '; none was asked over TCP lately'}.`,
    works,
  );
}

function betweenRow(checks: readonly Seen[]): VantageRow {
  const name = 'Something between';
  for (const check of checks) {
    const wrong = faultOf(check, FINDINGS_OF.between);
    if (wrong) return fault(name, wrong, check);
  }
  const [newest] = checks;
  if (!newest) return unseen(name, 'Nothing was seen yet.');
  const last = checks.length === 1 ? 'the last check' : `the last ${checks.length} checks`;
  return good(name, `No sign in ${last} that anything answers in the place of others.`, newest);
}

/** Only where it is wrong: a page has no clock. */
function clockRows(checks: readonly Seen[]): VantageRow[] {
  const newest = checks[0];
  const wrong = newest && faultOf(newest, FINDINGS_OF.clock);
  return newest && wrong ? [fault('Clock', wrong, newest)] : [];
}

function faultOf({ findings }: Seen, codes: readonly string[]): Finding | undefined {
  return findings.find(({ code }) => isOneOf(codes, code));
}

function isOneOf(codes: readonly string[], code: string): boolean {
  return codes.includes(code);
}

function fault(name: string, { severity, title, fix, records }: Finding, check: Seen): VantageRow {
  return {
    name,
    tone: severity === 'error' ? 'bad' : 'wait',
    says: `${title}.`,
    todo: fix,
    records,
    seen: seenIn(check),
  };
}

function good(name: string, says: string, check: Seen): VantageRow {
  return { name, tone: 'good', says, todo: null, seen: seenIn(check) };
}

function unseen(name: string, says: string): VantageRow {
  return { name, tone: 'unknown', says, todo: null, seen: null };
}

function known(name: string, says: string): VantageRow {
  return { name, tone: 'note', says, todo: null, seen: null };
}

function seenIn({ id, startedAt }: Seen): VantageRow['seen'] {
  return { checkId: id, at: startedAt };
}
