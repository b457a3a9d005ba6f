import { PLAIN_CATEGORIES } from '@/lib/meaning/plain-categories';
import { type Fate, type PlainAccount, plainMoment, plainWords } from '@/lib/meaning/plain-words';
import { Category } from '@/lib/meaning/schema';
import type { WhoActs } from '@/lib/who-acts';
import { type Claim, describe, entryOf } from '../found';
import { isOpening } from '../smtp/catalogue/opening';
import { type Decision, nobodyDelivers } from './decide';
import { isDelay, keepersOf } from './flaws';

/** The verdict for a person who knows nothing of mail: one paragraph that can be passed on. */
export function plainOf(decided: Decision, flaws: readonly Claim[], startedAt: string): string {
  const { lead } = decided;
  const { why, whoActs } = describe(lead);
  const category = categoryOf(lead);
  const happened = entryOf(lead.code).plain?.(lead.args) ?? why;
  const fate = fateOf(decided, category);
  const at = plainMoment(startedAt);
  return plainWords({
    happened: `${happened}${othersWords(decided)}${flawWords(flaws)}${casesWords(decided)}${openingWords(decided)}`,
    seen: at === '' ? '' : `This was tested on ${at}.`,
    message: messageOf(lead),
    fate,
    can: canOf(fate, category, whoActs) || keptWords(flaws),
    whoActs,
  });
}

/** What a server has against us, another sender need not meet. */
function messageOf(lead: Claim): PlainAccount['message'] {
  if (lead.code === 'smtp.message-accepted') return 'that';
  return describe(lead).side === 'sender' ? 'ours' : 'new';
}

/** In the greeting and at EHLO each sender concludes something else from a refusal. */
function isRefusedAtOpening({ outcome, stage }: Decision): boolean {
  return outcome === 'permanent' && isOpening(stage);
}

function openingWords(decided: Decision): string {
  if (!isRefusedAtOpening(decided)) return '';
  const from =
    messageOf(decided.lead) === 'ours' ? 'from the server that made this test' : 'that is sent now';
  return ` A message ${from} comes back, at once or after some days: that depends on the mail server that sends it. Sending it again does not help until something is changed.`;
}

function fateOf(decided: Decision, category: Category | null): Fate {
  const { outcome, lead, stage, cases } = decided;
  if (isRefusedAtOpening(decided)) return 'open';
  switch (outcome) {
    case 'accepted':
      return lead.code === 'smtp.message-accepted' ? 'delivered' : 'accepted';
    case 'temporary':
      if (category === 'greylisted') return 'greylisted';
      return stage === 'message' && category === null ? 'unconfirmed' : 'waits';
    case 'permanent':
      return String(lead.args['enhanced'] ?? '').startsWith('4.') ? 'returned-for-now' : 'returned';
    case 'no-mail':
      return outcome;
    case 'depends':
      return cases.some(({ decision }) => decision.outcome === 'accepted') ? 'depends' : 'open';
    case 'unknown':
      return 'open';
  }
}

/** What a reply is about, where one decided. */
function categoryOf({ args }: Claim): Category | null {
  return Category.safeParse(args['category']).data ?? null;
}

function canOf(fate: Fate, category: Category | null, whoActs: WhoActs): string {
  if (category !== null) return fate === 'returned-for-now' ? '' : PLAIN_CATEGORIES[category].can;
  return fate === 'returned' && whoActs === 'sender' ? PLAIN_CATEGORIES['mailbox-unknown'].can : '';
}

/** What follows from the cases, where it depends. */
function casesWords({ outcome, cases }: Decision): string {
  if (outcome !== 'depends') return '';
  const met = cases.map(({ decision }) => decision.outcome);
  const isReturned = met.some((one) => one === 'permanent' || one === 'no-mail');
  const waits = met.includes('temporary');
  if (met.includes('accepted')) {
    const others = [
      ...(isReturned ? ['return the mail'] : []),
      ...(waits ? ['keep it and try again for days'] : []),
    ];
    return others.length === 0 ? '' : ` Some senders deliver, others ${others.join(' or ')}.`;
  }
  if (!nobodyDelivers(cases)) return ' What becomes of a message depends on the server that sends it.';
  if (!waits) return ' No sender delivers: a message comes back.';
  const back = isReturned ? 'from some mail servers at once, from others after some days' : 'after some days';
  return ` No sender delivers at present: a message comes back, ${back}.`;
}

function othersWords({ tried }: Decision): string {
  return tried === undefined
    ? ''
    : ` None of the ${tried.count} ways into the recipient’s mail system takes mail now.`;
}

/** Seconds from which a person notices a wait. */
const NOTICED_S = 5;

/** Slow is told as slow; the rest is for those who know what it means. */
function flawWords(flaws: readonly Claim[]): string {
  const seconds = flaws.filter(isDelay).map(({ args }) => Number(args['seconds']));
  const longest = Math.max(0, ...seconds);
  const slow =
    longest < NOTICED_S
      ? ''
      : ` It is slow: it let this test wait ${longest} seconds, so a message may arrive later than usual.`;
  const [first] = flaws;
  const keepers = first === undefined ? null : keepersOf(first);
  if (keepers !== null)
    return `${slow} But ${keepers.plain} check more than this test does, and cannot deliver messages there at present.`;
  const others = flaws.length - seconds.length;
  if (others === 0) return slow;
  const points = others === 1 ? 'one point' : `${others} points`;
  return `${slow} Not everything is in order on the way there: the administrators have ${points} to look at. This test got through all the same.`;
}

/** Where some senders keep mail, the spam folder is not where a message is missing. */
function keptWords([first]: readonly Claim[]): string {
  return first === undefined || keepersOf(first) === null
    ? ''
    : 'If a message is missing, it may be waiting where it was sent from, and comes back after some days. Tell the administrators on the recipient’s side.';
}
