/** Why a policy was not to be had, in words; codes of systems and libraries are what people search for, and stand. */
export function reasonWords(reason: string): string {
  return WORDS[reason] ?? reason;
}

const WORDS: Readonly<Record<string, string>> = {
  redirect: 'a redirect, which no sender follows',
  'too-large': 'more than 64 kB',
  timeout: 'no whole answer within 10 seconds',
  'no-address': 'its name has no address',
  'no-answer': 'its address cannot be looked up',
  blocked: 'its address is none of the public internet',
  'domain-wish': 'the domain asks for no contact',
  'not-asked': 'it was not asked for, by choice of this installation',
};
