import type { OwnChoice } from '@/lib/own-choice';
import type { Session } from '@/lib/smtp/session';

const CHOICE_WORDS: Readonly<Record<OwnChoice, string>> = {
  operator: 'excluded by the operator of this installation',
  'excluded-name': 'the operator of this installation has excluded the name',
  'own-machine': 'an address of the machine that checks',
  'domain-wish': 'the domain asks for no contact',
  'rate-limit': 'asked as often as this installation may',
};

/** The detail of a question or a session, in words where it is a choice of ours; null when there is none. */
export function detailWords({ choice, detail }: Pick<Session, 'choice' | 'detail'>): string | null {
  return choice === undefined ? detail : CHOICE_WORDS[choice];
}
