import type { Complaint } from '@/lib/complaint/complaint';
import type { MailReading } from '@/lib/complaint/mail-reading';
import type { MailSubject } from '@/lib/complaint/mail-summary';

/** What lists and counts know of a mail: one row for each recipient; a complaint has one. */
export function subjectsOf({ bounce, feedback }: MailReading): MailSubject[] {
  if (feedback !== null) {
    const { sendingDomain: domain, sourceAddress, judgement } = feedback;
    const about = { domain, sourceAddress, campaign: campaignOf(feedback), category: judgement.what };
    return [{ ...about, permanence: null, code: null }];
  }
  return (bounce?.recipients ?? []).map(({ address, meaning: { category, permanence }, code }) => ({
    domain: domainOf(address),
    sourceAddress: null,
    campaign: null,
    category,
    permanence,
    code,
  }));
}

/** Fields that tell of which sending a message is one, the most exact first. */
const CAMPAIGN_FIELDS = ['x-campaign-id', 'x-campaignid', 'x-job', 'feedback-id', 'list-id'];

/** Characters of a campaign's name that are kept. */
const MAX_CAMPAIGN = 100;

function campaignOf({ identifiers }: Complaint): string | null {
  for (const field of CAMPAIGN_FIELDS) {
    const value = identifiers.find(({ name }) => name.toLowerCase() === field)?.value.trim();
    if (value !== undefined && value !== '') return value.slice(0, MAX_CAMPAIGN);
  }
  return null;
}

/** When a mail was written, by its own date where that can be true, which is not in the future and not before mail. */
export function writtenAt({ bounce, feedback }: MailReading, now: Date): Date | null {
  const said = (feedback?.arrivedAt ?? bounce?.date ?? '').replace(/\([^)]{0,40}\)/g, '');
  const time = Date.parse(said);
  return time > Date.UTC(1982) && time <= now.getTime() ? new Date(time) : null;
}

/** Null for what is no address (RFC 3464 §2.3.2 lets anything stand there): it may name somebody. */
function domainOf(address: string): string | null {
  const at = address.lastIndexOf('@');
  return at < 0 ? null : address.slice(at + 1).toLowerCase();
}
