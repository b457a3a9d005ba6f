import { isIpv6 } from '@/lib/ip-family';
import { place } from '@/lib/report/reference';
import type { FindingCode } from '../catalogue';
import { describe } from '../found';
import { type Examine, open, ruledOut, supported } from './cause';
import { provenPort } from '../port';
import { nameServersHeard } from './observed';
import { said, traceCommand } from './said';

/** Our own machine, resolver or network keeps queries from the name servers. */
export const senderDns: Examine = ({ at, lead, seen }) => {
  if (at !== 'dns' && at !== 'records') return null;
  const { side, title } = describe(lead);
  if (side === 'sender') return supported(`${title}.`, lead.evidence);
  const heard = nameServersHeard(seen);
  return heard === null
    ? open('No name server answered this check.', 'dig +norecurse @198.41.0.4 . NS')
    : ruledOut(heard.say, heard.evidence);
};

/** The route of our own network or provider. */
export const senderRouting: Examine = (failure) => {
  const { at, lead, session, host } = failure;
  if (at !== 'connection' || session === null) return null;
  if (lead.code === 'vantage.no-ipv4' || lead.code === 'vantage.no-ipv6')
    return supported(`${describe(lead).title}.`, lead.evidence);
  if (session.outcome === 'refused' || session.outcome === 'reset')
    return ruledOut(`A packet came back from the address of ${host}.`, lead.evidence);
  const family = isIpv6(session.address) ? 'IPv6' : 'IPv4';
  return open(
    `Nothing shows where the way to ${host} ends over ${family}.`,
    traceCommand(session),
    lead.evidence,
  );
};

/** Outgoing port 25. */
export const senderFirewall: Examine = ({ at, seen, founds, lead, session, host }) => {
  const proven = founds.find(({ code }) => code === 'vantage.port-rejected');
  if (proven !== undefined && at !== 'dns' && at !== 'records')
    return supported(`${describe(proven).title}.`, proven.evidence);
  if (session === null) return null;
  if (at !== 'connection') return ruledOut(`The connection to ${host} was made.`, lead.evidence);
  // Where no MX record names a mail server, one that does not answer shows nothing of our port.
  if (seen.route?.kind === 'implicit' && provenPort(seen, [session.address]) === null) return null;
  const proof = provenPort(seen, [session.address]);
  if (proof !== null) return ruledOut(proof.say, proof.evidence);
  return open(
    `No mail server answered this check on port ${session.port}.`,
    `nc -vz -w 10 mx.of.another.domain ${session.port}`,
    lead.evidence,
  );
};

/** The address itself: mistyped, outdated. */
export const senderAddressing: Examine = ({ at, seen, meaning, lead, host }) => {
  const ask = 'Check the spelling of the address with the recipient by another way.';
  if (at === 'records' && seen.route?.hosts.length === 0)
    return open(`The records of ${seen.target.domain} give no place to deliver to.`, ask);
  if (seen.route?.kind === 'implicit' && at === 'connection')
    return open(
      `${seen.target.domain} has no MX record, as with a mistyped domain whose address is a web server.`,
      ask,
    );
  if (meaning?.category === 'mailbox-unknown' || meaning?.category === 'domain-unknown')
    return open(`${host} does not know the address.`, ask, lead.evidence);
  return null;
};

/** How we appear to the other side. */
const IDENTITY_FINDINGS: readonly FindingCode[] = [
  'vantage.helo-not-fqdn',
  'vantage.helo-unresolved',
  'vantage.helo-elsewhere',
  'vantage.no-reverse-name',
  'vantage.reverse-not-confirmed',
  'vantage.helo-not-reverse',
  'vantage.sender-without-mail',
];

/** HELO name, reverse DNS, SPF and the like of the sender. */
export const senderIdentity: Examine = (failure) => {
  const { at, founds, meaning, seen } = failure;
  if (at === 'dns' || at === 'records' || at === 'connection' || at === 'tls') return null;
  const named = said(failure, ['sender-identity', 'auth-failed', 'sender-rejected']);
  if (named !== null) return named;
  if (meaning !== null && !UNEXPLAINED.includes(meaning.category)) return null;
  const odd = founds.filter(({ code }) => IDENTITY_FINDINGS.includes(code));
  const [first] = odd;
  if (first !== undefined)
    return open(
      `${describe(first).title}. Some servers reject such senders.`,
      'Mend it, then run the check again.',
      first.evidence,
    );
  const { identity } = seen;
  if (identity === null || identity.addresses.length === 0)
    return open(
      'The public address of this machine was not examined.',
      'Compare its reverse DNS (PTR) with the HELO name.',
    );
  return ruledOut('HELO name, address and reverse DNS of this machine agree.', [place('vantage')]);
};

/** Blocklists and the reputation of the sending address. */
export const senderReputation: Examine = (failure) => {
  const { at, meaning, lead, host } = failure;
  if (at === 'dns' || at === 'records' || at === 'connection' || at === 'tls') return null;
  const named = said(failure, ['blocked', 'spam-content', 'virus']);
  if (named !== null) return named;
  if (meaning !== null && !UNEXPLAINED.includes(meaning.category)) return null;
  return open(
    `${host} gave no reason that rules it out.`,
    'Look up the sending address at the blocklists, for example at check.spamhaus.org.',
    lead.evidence,
  );
};

/** Categories of replies that leave the cause open. */
const UNEXPLAINED: readonly string[] = ['unknown', 'policy', 'not-accepting-mail', 'busy'];
