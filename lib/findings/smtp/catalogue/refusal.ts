import { groupBy } from '@/lib/group-by';
import { wordsOf } from '@/lib/meaning/categories';
import { PLAIN_CATEGORIES } from '@/lib/meaning/plain-categories';
import type { Category, Meaning } from '@/lib/meaning/schema';
import type { Stage } from '@/lib/smtp/session';
import type { WhoActs } from '@/lib/who-acts';
import { type Args, type Entry, hostsDo, list, unlessElsewhere } from '../../define';
import { isOpening, openingWords } from './opening';
import { stageWords } from './stage-words';

/** Different replies that one finding quotes. */
const MAX_QUOTED_REPLIES = 3;

/** A refusal, with what `lib/meaning` says of it. */
export interface Refusal extends Args {
  hosts: string[];
  /** Whether another exchange took what this one did not. */
  elsewhere: boolean;
  stage: Stage;
  recipient: string;
  reply: string;
  /** What each of the hosts said, in their order. */
  replies: string[];
  code: number;
  enhanced: string;
  category: Category;
  side: Meaning['side'];
  whoActs: WhoActs;
  /** As the rest of a sentence. */
  says: string;
  meaning: string;
  fix: string;
}

type Example = { [Key in 'reply' | 'code' | 'enhanced' | 'category' | 'stage']: Refusal[Key] };

/** What is said of one kind of refusal beside the words of its category; `More` is what it tells beside a refusal. */
interface Special<More> {
  name: string;
  judged: string;
  refs: string[];
  /** The reply that fills the page of the catalogue, its category and where it is said. */
  example: Example & NoInfer<More>;
  /** In place of the clause that the reply got. */
  says?: (args: Refusal & NoInfer<More>) => string;
  /** In place of the meaning that the reply got. */
  meaning?: (args: Refusal & NoInfer<More>) => string;
  /** In place of the fix that the reply got. */
  fix?: (args: Refusal & NoInfer<More>) => string;
  /** Said after what the reply means. */
  more?: (args: Refusal & NoInfer<More>) => string;
}

/** One family of findings: whatever was refused, the words are those of its category. */
export function refusal<More extends object = object>({
  name,
  judged,
  refs,
  example,
  says,
  meaning = (a) => a.meaning,
  fix = (a) => a.fix,
  more = () => '',
}: Special<More>): Entry<Refusal & More> {
  const clause = (a: Refusal & More) =>
    says === undefined && isUnexplained(a)
      ? `${hostsDo(a.hosts, 'gives', 'give')} no reason`
      : `${says?.(a) ?? a.says}, ${a.hosts.length === 1 ? 'says' : 'say'} ${list(a.hosts)}`;
  return {
    name,
    severity: (a) => (isForGood(a) ? unlessElsewhere(a) : 'warning'),
    side: (a) => (a.category === 'greylisted' ? 'none' : a.side),
    whoActs: (a) => (a.category === 'greylisted' ? 'nobody' : a.whoActs),
    layer: 7,
    permanence: (a) => (isForGood(a) ? 'permanent' : 'temporary'),
    title: (a) => upperFirst(clause(a)),
    why: (a) =>
      [quotation(a), meaning(a), disagreement(a), more(a), next(a)]
        .filter((sentence) => sentence !== '')
        .join(' '),
    fix,
    headline: (a) => `${outcome(a)}: ${clause(a)} ${stageWords(a.stage)}.`,
    plain: (a) => plain(a, meaning(a)),
    judged,
    refs,
    example: exampleOf(example),
  };
}

function exampleOf<More>(example: Example & More): Refusal & More {
  const { side, whoActs, says, meaning, fix } = wordsOf(example.category, true);
  const common = {
    hosts: ['mx1.example.org [192.0.2.25]'],
    elsewhere: false,
    recipient: 'user@example.org',
    replies: [example.reply],
    side,
    whoActs,
    says,
    meaning,
    fix,
  };
  return { ...common, ...example };
}

/** Each host with its own words: what one says is no evidence of another. */
function quotation({ hosts, replies, stage }: Refusal): string {
  const groups = groupBy(
    hosts.map((host, n) => ({ host, reply: replies[n] ?? '' })),
    ({ reply }) => reply,
  );
  const told = groups
    .slice(0, MAX_QUOTED_REPLIES)
    .map((group) => `${list(group.map(({ host }) => host))} answered "${group[0].reply}"`);
  const left = groups.slice(MAX_QUOTED_REPLIES).flat().length;
  if (left > 0) told.push(`${left} more answered in other words`);
  return groups.length === 1
    ? `${list(told)} ${stageWords(stage)}.`
    : `${upperFirst(stageWords(stage))}, ${list(told)}.`;
}

/** A server that contradicts itself is not believed in what it says beside its refusal. */
function plain(a: Refusal, meaning: string): string {
  if (disagreement(a) !== '')
    return 'The receiving mail server does not take the message, and what it says about the reason contradicts itself.';
  return a.category === 'moved' ? meaning : PLAIN_CATEGORIES[a.category].happened;
}

/** The class of the enhanced code has to be that of the code (RFC 2034 §4); where it is not, the code decides. */
function disagreement({ code, enhanced }: Refusal): string {
  const group = Math.floor(code / 100);
  if (enhanced === '' || enhanced.startsWith(`${group}.`)) return '';
  if (enhanced.startsWith('2.'))
    return `The code ${code} counts; the enhanced code ${enhanced}, which means success, contradicts it.`;
  const [does, meant] = group === 5 ? ['return the message', 'temporary'] : ['try again', 'permanent'];
  return `The code ${code} counts, so senders ${does}; the enhanced code ${enhanced} contradicts it, and the server probably meant a ${meant} refusal.`;
}

/** Nothing is read from it, or trouble that may be anybody's. */
function isUnexplained({ category, side, whoActs }: Refusal): boolean {
  const isVague = category === 'system-error' || category === 'policy';
  return category === 'unknown' || (isVague && side === 'unknown' && whoActs === 'unknown');
}

function isForGood({ code }: Refusal): boolean {
  return code >= 500; // RFC 5321 §4.2.1
}

function outcome(args: Refusal): string {
  return isForGood(args) ? 'Rejected permanently' : 'Deferred';
}

/** What a sending server does now. */
function next(args: Refusal): string {
  if (isForGood(args) && isOpening(args.stage)) return openingWords(args.stage);
  if (isForGood(args)) return 'A sending server returns the message at once and does not try again.';
  const waits = 'A sending server keeps the message, tries again, and returns it after a few days.';
  // RFC 5321 §3.8: after 421 there is no session any more.
  return args.code === 421
    ? `${waits} The session was ended there: what would have been said later is not known.`
    : waits;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
