import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { contactsOf } from '../contacts/contacts';
import { decisiveSessions, isUnderWay } from '../decisive';
import { leadFinding } from '../lead-finding';
import { lookFirstReason } from '../look-first-reason';
import { showMs } from '../duration';
import { showUtc } from '../moment';
import { pathOf } from '../path';
import { progressSentence } from '../progress';
import { retestStory } from '../retest-story';
import { thenAndNow } from '../then-and-now';
import {
  CAUSE_STATE_WORD,
  CAUSE_WORD,
  depthWords,
  LOOK_FIRST_WORD,
  OUTCOME_WORD,
  STATUS_WORD,
  WHO_ACTS_WORD,
} from '../words';
import type { Fact } from './block';

/** The verdict, or what is going on. */
export function titleOf(report: Report): string {
  return report.verdict?.headline ?? progressSentence(report);
}

/** What whoever made the link says with it; empty when there is nothing. */
export function sharedLine({ share }: Pick<Report, 'share'>): string {
  if (share === null || share.line === '') return '';
  return `From ${share.madeBy ?? 'whoever sent this link'}: “${share.line}”`;
}

/** That more may come, or that it ended before its end; empty for a check that is done. */
export function stateOf(report: Report): string {
  if (isUnderWay(report))
    return 'This check is not finished: more may come, and the verdict may change. The link below has the rest.';
  return report.status === 'done'
    ? ''
    : `This check did not come to its end (${STATUS_WORD[report.status].toLowerCase()}): it has what was seen until then.`;
}

/** Causes that are named where nothing is proven. */
const CAUSES = 2;

/** Flaws of what is accepted that are named. */
const FLAWS = 3;

/** Who has to act and what is to be done, a paragraph each. */
export function actOf(report: Report): string[] {
  const { verdict } = report;
  if (verdict === null) return [];
  if (verdict.outcome === 'accepted') return acceptedActs(report);
  const lead = leadFinding(report);
  const whoActs = lead?.whoActs ?? (verdict.side === 'sender' ? 'sender-admin' : 'unknown');
  const who = verdict.outcome === 'no-mail' ? 'Nobody, where this is meant' : WHO_ACTS_WORD[whoActs];
  if (whoActs === 'nobody' && lead !== null && lead.fix !== '') return [lead.fix];
  const first = verdict.side === 'unknown' ? lookFirstWords(verdict) : [];
  return [[`${who}.`, ...first.slice(0, 1)].join(' '), ...toDo(lead?.fix ?? ''), ...first.slice(1)];
}

function toDo(fix: string): string[] {
  return fix === '' ? [] : [`To do: ${fix}`];
}

/** Where to look first, and what of the evidence points there. */
function lookFirstWords(verdict: NonNullable<Report['verdict']>): string[] {
  const reason = lookFirstReason(verdict);
  const first = LOOK_FIRST_WORD[verdict.lookFirst.side];
  const supported = verdict.diagnosis.filter(({ state }) => state === 'supported').slice(0, CAUSES);
  return [
    reason === null ? `${first}.` : `${first}: ${reason}`,
    ...supported.map(
      ({ cause, state, because }) => `${CAUSE_STATE_WORD[state]}: ${CAUSE_WORD[cause]}. ${because}`,
    ),
  ];
}

const LOG_HAS_MORE =
  'If a message is missing all the same, the log of the sending server says which server took it, when, and under which queue id.';

function acceptedActs({ verdict, findings }: Report): string[] {
  const flaws = (verdict?.but ?? []).flatMap((code) => findings.find((one) => one.code === code) ?? []);
  if (flaws.length === 0) return [`No action needed. ${LOG_HAS_MORE}`];
  const more = flaws.length - FLAWS;
  return [
    ...flaws
      .slice(0, FLAWS)
      .map(({ title, whoActs, fix }) => [`${title}. ${WHO_ACTS_WORD[whoActs]}.`, ...toDo(fix)].join(' ')),
    ...(more > 0 ? [`${more} more ${more === 1 ? 'flaw' : 'flaws'}: see the link.`] : []),
  ];
}

/** When the outcome depends: what each sender meets. */
export function casesOf({ verdict }: Report): string[] {
  return (verdict?.cases ?? []).map(
    ({ when, outcome, because }) => `${OUTCOME_WORD[outcome]}: ${when} ${because}`,
  );
}

/** What was asked, from where and when, and what it was compared with. */
export function factsOf(report: Report): Fact[] {
  const { target, startedAt, durationMs, verdict, before, retest } = report;
  const facts: Fact[] = [
    [
      'To',
      `${target.mailbox ?? target.domain}${target.domainUnicode === target.domain ? '' : ` (${target.domainUnicode})`}`,
    ],
    ['When', `${showUtc(startedAt)} UTC${durationMs === null ? '' : `, took ${showMs(durationMs)}`}`],
    ['From', fromWords(report)],
  ];
  if (verdict !== null) facts.push(['Depth', depthWords(verdict)]);
  if (before !== null) {
    const { then, now, says } = thenAndNow(before, report);
    facts.push(['Bounce', `then ${then}; now ${now}. ${says}`]);
  }
  if (retest !== null) facts.push(['Retest', retestStory(retest)]);
  return facts;
}

function fromWords({ options, vantage, sessions }: Report): string {
  const local = sessions.find(({ socket }) => socket !== null)?.socket?.localAddress;
  const sender = options.sender ?? vantage.sender;
  return `${options.helo ?? vantage.helo}${local === undefined ? '' : ` [${local}]`}, MAIL FROM:${sender === '<>' || sender === '' ? '<>' : `<${sender}>`}`;
}

/** The way of the mail, box by box. */
export function pathWords(report: Report): string {
  const steps = pathOf(report).boxes.map(({ title, say }) => `${title}: ${say.replace(/\.$/, '')}`);
  return `${steps.join(' → ')}.`;
}

/** The session that decided, and of several the one that did not go well. Null where DNS decided. */
export function decidingSession(report: Report): Session | null {
  const { verdict } = report;
  if (verdict?.stage === 'dns') return null;
  const all = decisiveSessions(report);
  const refused =
    verdict?.outcome === 'depends' ? all.find(({ outcome }) => outcome !== 'accepted') : undefined;
  return refused ?? all[0] ?? null;
}

/** Whom to write to, without those for complaints and reports; empty where there is nobody. */
export function contactWords(report: Report): string {
  const found = contactsOf(report);
  if (found === null) return '';
  const { intro, contacts, pages, caution } = found;
  const all = [
    ...contacts
      .filter(({ role }) => role === 'postmaster' || role === 'zone')
      .map(({ address, briefly }) => `${address} (${briefly})`),
    ...pages.map(({ provider, url }) => `${provider}: ${url}`),
  ];
  const whom = all.length === 0 ? '' : `${all.join(', ')}.`;
  return [intro, whom, caution].filter((one) => one !== '').join(' ');
}
