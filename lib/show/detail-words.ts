import { type OwnChoice, ownChoice } from '@/lib/dns/own-choice';

const CHOICE_WORDS: Readonly<Record<OwnChoice, string>> = {
  operator: 'excluded by the operator of this installation',
  'excluded-name': 'the operator of this installation has excluded the name',
  'own-machine': 'an address of the machine that checks',
  'domain-wish': 'the domain asks for no contact',
  'rate-limit': 'asked as often as this installation may',
};

/** The detail of a question or a session, in words where it is a choice of ours; null when there is none. */
export function detailWords(made: { outcome: string | null; detail: string | null }): string | null {
  const choice = ownChoice(made);
  return choice === null ? made.detail : CHOICE_WORDS[choice];
}
