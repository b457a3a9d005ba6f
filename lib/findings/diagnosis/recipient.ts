import type { Meaning } from '@/lib/meaning/schema';
import type { Session } from '@/lib/smtp/session';
import { describe } from '../found';
import { isOwnTrouble } from '../said';
import { type Examine, open, ruledOut, supported } from './cause';
import { zoneServers } from './observed';
import type { Failure } from './failure';
import { connectCommand, said } from './said';

/** The name servers of the recipient's domain. */
export const recipientDns: Examine = ({ at, lead, seen, founds }) => {
  const { side, title } = describe(lead);
  if (at === 'dns' || at === 'records')
    return side === 'sender' ? null : supported(`${title}.`, lead.evidence);
  const servers = zoneServers(seen);
  if (servers === null) return null;
  const { answering, all } = servers;
  const differing = founds.find(({ code }) => code === 'zone.answers-differ');
  if (differing !== undefined)
    return open(`${describe(differing).title}.`, 'Load the same version on all of them.', differing.evidence);
  if (answering === all)
    return ruledOut(
      all === 1 ? 'Its only name server answered.' : `${answering} of ${all} name servers answered alike.`,
      seen.route?.evidence.map((n) => ({ at: 'dns', n })) ?? [],
    );
  return open(
    `${answering} of ${all} name servers answered.`,
    'Mend the others: a sender that asks them has to wait.',
  );
};

/** Whether the address is announced, and the way back. */
export const recipientRouting: Examine = ({ at, lead, session, host }) => {
  if (session === null) return null;
  if (at !== 'connection') return ruledOut(`The connection to ${host} was made.`, lead.evidence);
  if (session.outcome === 'refused') return ruledOut(`${host} answered the first packet.`, lead.evidence);
  return open(
    `One place alone cannot tell whether ${host} can be reached from elsewhere.`,
    `Ask a looking glass for the route to ${session.address}, or try from another network.`,
    lead.evidence,
  );
};

/** Packets dropped or rejected in front of the server. */
export const recipientFirewall: Examine = ({ at, lead, session, host }) => {
  if (session === null || (at !== 'connection' && at !== 'opening')) return null;
  return open(
    `A firewall in front of ${host} can ${firewallDoes(session)}.`,
    `From another network: ${connectCommand(session)}`,
    lead.evidence,
  );
};

function firewallDoes({ outcome }: Session): string {
  if (outcome === 'timeout' || outcome === 'silent') return 'drop packets';
  return outcome === 'closed' ? 'end the connection' : 'reject the connection';
}

/** A port that is not forwarded to the server inside. */
export const recipientNat: Examine = ({ at, lead, session, host, meaning }) => {
  if (meaning !== null && isOwnTrouble(meaning) && meaning.extracted.address !== null)
    return supported(`${host} took ${meaning.extracted.address} for the sending server.`, lead.evidence);
  if (at !== 'connection' || session === null) return null;
  return open(
    `A router in front of ${host} that does not forward port ${session.port} looks like this.`,
    `On the router: check that port ${session.port} is forwarded to the mail server.`,
    lead.evidence,
  );
};

/** Deferrals without a reason, behind which greylisting stands as often. */
function mayBeGreylisting({ category, side }: Meaning): boolean {
  return (
    ['unknown', 'busy', 'policy'].includes(category) || (category === 'system-error' && side === 'unknown')
  );
}

/** Newcomers are put off once. */
export const greylisting: Examine = (failure) => {
  const { at, meaning, session, lead, host } = failure;
  if (at !== 'reply' || session?.outcome !== 'temporary') return null;
  const named = said(failure, ['greylisted']);
  if (named !== null) return { ...named, next: 'Repeat automatically: a later try is accepted.' };
  if (meaning === null || !mayBeGreylisting(meaning)) return null;
  return open(`${host} defers without naming the reason.`, 'Repeat automatically.', lead.evidence);
};

/** A limit on everybody, or on who sends too much. */
export const rateLimit: Examine = (failure) => {
  const named = said(failure, ['rate-limited']);
  return named !== null && isSenders(failure) ? { ...named, side: 'sender' } : named;
};

/** Whether the sender's side is to act: a rule of the recipient's is no cause to look for then. */
function isSenders({ lead }: Failure): boolean {
  return describe(lead).side === 'sender';
}

/** Hardware, load and internal faults. */
export const recipientLoad: Examine = (failure) => {
  const { at, lead, host, session, meaning } = failure;
  const named = meaning?.side === 'unknown' ? null : said(failure, ['busy', 'system-error']);
  if (named !== null) return named;
  if (session === null) return null;
  if (at !== 'connection' && at !== 'opening' && at !== 'dialogue') return null;
  return open(
    'A machine that is off or overloaded looks like this.',
    `On ${host}: look at its load, its connection limit and its log at the time shown here.`,
    lead.evidence,
  );
};

/** The server does not run, or is not set up for the domain. */
export const recipientConfiguration: Examine = (failure) => {
  const { at, session, lead, host, meaning } = failure;
  if (meaning !== null && isOwnTrouble(meaning)) return supported(meaning.meaning, lead.evidence);
  const named = said(failure, [
    'relay-denied',
    'auth-required',
    'not-accepting-mail',
    'domain-unknown',
    'loop',
    'protocol-error',
  ]);
  if (named !== null) return named;
  if (session === null || at === 'reply') return null;
  const next = `On ${host}: ss -ltn 'sport = :${session.port}'`;
  if (at === 'connection' && session.outcome === 'refused')
    return open('Nothing listens on the port, or a firewall answers so.', next, lead.evidence);
  if (at === 'tls')
    return open(
      `Certificate, key or protocol versions may be set wrongly on ${host}.`,
      `openssl s_client -starttls smtp -connect ${session.address}:${session.port}`,
      lead.evidence,
    );
  return null;
};

export const mailbox: Examine = (failure) =>
  said(failure, ['mailbox-unknown', 'mailbox-disabled', 'mailbox-full', 'moved', 'mailing-list']);

/** Rules of the recipient's side. */
export const recipientPolicy: Examine = (failure) => {
  const { at, meaning, lead, host } = failure;
  const named = said(failure, ['policy', 'tls-required', 'message-too-large', 'content-format']);
  if (named !== null) return isSenders(failure) ? null : named;
  if (at !== 'reply' || meaning?.category !== 'unknown') return null;
  return open(
    `${host} does not name the rule.`,
    'The administrator of the recipient’s side finds it in the log at the time shown here.',
    lead.evidence,
  );
};
