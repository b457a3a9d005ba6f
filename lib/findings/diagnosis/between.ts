import { place } from '@/lib/report/reference';
import { describe } from '../found';
import { type Examine, open, ruledOut, supported } from './cause';

/** Something between that answers in the name of the mail server. */
export const interception: Examine = ({ at, seen: { controlAddress }, founds }) => {
  if (at === 'dns' || at === 'records' || at === 'reply') return null;
  const proven = founds.find(({ code }) => code === 'vantage.intercepted');
  if (proven !== undefined) return supported(`${describe(proven).title}.`, proven.evidence);
  if (controlAddress !== null && controlAddress.outcome !== 'answered')
    return ruledOut(`Nothing answered at ${controlAddress.address}, where nothing can listen.`, [
      place('vantage'),
    ]);
  if (at === 'connection') return null;
  return open(
    'It was not tested whether something answers in the name of other hosts.',
    'Set MXPROOF_CONTROL_ADDRESS and run the check again.',
  );
};

/** Large packets that do not pass, while small ones do. */
export const pathMtu: Examine = ({ at, session, lead, host }) => {
  if (session === null) return null;
  if (at === 'opening') return ruledOut(`Only small packets had been sent to ${host}.`, lead.evidence);
  const isHanging =
    (session.outcome === 'silent' && session.limit === null) ||
    (at === 'tls' && session.outcome === 'tls-failed');
  if ((at !== 'tls' && at !== 'dialogue') || !isHanging) return null;
  return open(
    `Nothing came from ${host} after larger packets could have been sent.`,
    `ping -M do -s 1472 ${session.address}`,
    lead.evidence,
  );
};

/** A firewall or scanner that reads along and changes what is said. */
export const inspection: Examine = ({ at, founds, host }) => {
  if (at !== 'tls' && at !== 'dialogue' && at !== 'opening') return null;
  const shown = founds.find(({ code }) => code === 'smtp.altered');
  if (shown !== undefined) return supported(`${describe(shown).title}.`, shown.evidence);
  return open(
    `Nothing seen in the session with ${host} shows it, or rules it out.`,
    'Compare the transcript with one from another network, and look for SMTP inspection in the firewalls.',
  );
};
