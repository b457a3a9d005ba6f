import type { LookUp } from '@/lib/policy/lookup';
import type { KeyAnswers } from './key-of';

/** Names that are asked for: more would leave no query for SPF and DMARC. */
const MAX_NAMES = 20;

/** Names that are asked for at once: they are of different domains as a rule. */
const AT_ONCE = 4;

/** Asks for the keys of a message, in the order in which they are named. */
export async function answersTo(names: readonly string[], lookUp: LookUp): Promise<KeyAnswers> {
  const answers: Record<string, KeyAnswers[string]> = {};
  for (let at = 0; at < Math.min(names.length, MAX_NAMES); at += AT_ONCE)
    await Promise.all(
      names.slice(at, Math.min(at + AT_ONCE, MAX_NAMES)).map(async (name) => {
        answers[name] = await lookUp(name, 'TXT');
      }),
    );
  return answers;
}
