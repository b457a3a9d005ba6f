import { wordsOf } from '@/lib/meaning/categories';
import type { Category, Meaning } from '@/lib/meaning/schema';
import type { Stage } from '@/lib/smtp/session';
import type { WhoActs } from '@/lib/who-acts';
import { type Args, type Entry, list, unlessElsewhere } from '../../define';
import { stageWords } from './stage-words';

/** A refusal, with what `lib/meaning` says of it. */
export interface Refusal extends Args {
  hosts: string[];
  /** Whether another exchange took what this one did not. */
  elsewhere: boolean;
  stage: Stage;
  recipient: string;
  reply: string;
  code: number;
  enhanced: string;
  category: Category;
  side: Meaning['side'];
  whoActs: WhoActs;
  meaning: string;
  fix: string;
}

type Example = { [Key in 'reply' | 'code' | 'enhanced' | 'category' | 'stage']: Refusal[Key] };

/** What is said of one kind of refusal beside the words of its category; `More` is what it tells beside a refusal. */
interface Special<More> {
  judged: string;
  refs: string[];
  /** The reply that fills the page of the catalogue, its category and where it is said. */
  example: Example & NoInfer<More>;
  /** In place of the clause of the category. */
  says?: (args: Refusal & NoInfer<More>) => string;
  /** In place of the fix that the reply got. */
  fix?: (args: Refusal & NoInfer<More>) => string;
  /** Said after what the reply means. */
  more?: (args: Refusal & NoInfer<More>) => string;
}

/** One family of findings: whatever was refused, the words are those of its category. */
export function refusal<More extends object = object>({
  judged,
  refs,
  example,
  says = (a) => wordsOf(a.category, true).says,
  fix = (a) => a.fix,
  more = () => '',
}: Special<More>): Entry<Refusal & More> {
  return {
    severity: (a) => (isForGood(a) ? unlessElsewhere(a) : 'warning'),
    side: (a) => (a.category === 'greylisted' ? 'none' : a.side),
    whoActs: (a) => (a.category === 'greylisted' ? 'nobody' : a.whoActs),
    layer: 7,
    permanence: (a) => (isForGood(a) ? 'permanent' : 'temporary'),
    title: (a) => `${upperFirst(says(a))}, says ${list(a.hosts)}`,
    why: (a) =>
      [`${list(a.hosts)} answered "${a.reply}" ${stageWords(a.stage)}.`, a.meaning, more(a), next(a)]
        .filter((sentence) => sentence !== '')
        .join(' '),
    fix,
    headline: (a) => `${outcome(a)}: ${says(a)}, says ${list(a.hosts)} ${stageWords(a.stage)}.`,
    plain: (a) => `${a.meaning} ${forEverybody(a)}`,
    judged,
    refs,
    example: exampleOf(example),
  };
}

function exampleOf<More>(example: Example & More): Refusal & More {
  const { side, whoActs, meaning, fix } = wordsOf(example.category, true);
  const common = {
    hosts: ['mx1.example.org [192.0.2.25]'],
    elsewhere: false,
    recipient: 'user@example.org',
    side,
    whoActs,
    meaning,
    fix,
  };
  return { ...common, ...example };
}

function isForGood({ code }: Refusal): boolean {
  return code >= 500; // RFC 5321 §4.2.1
}

function outcome(args: Refusal): string {
  return isForGood(args) ? 'Rejected permanently' : 'Deferred';
}

/** What a sending server does now. */
function next(args: Refusal): string {
  if (isForGood(args)) return 'A sending server returns the message at once and does not try again.';
  const waits = 'A sending server keeps the message, tries again, and returns it after a few days.';
  // RFC 5321 §3.8: after 421 there is no session any more.
  return args.code === 421
    ? `${waits} It ended the session there: what it would have said later is not known.`
    : waits;
}

function forEverybody(args: Refusal): string {
  return isForGood(args)
    ? 'Sending the message again without a change will not help.'
    : 'The message waits at its sender, which tries again by itself and returns it after a few days.';
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
