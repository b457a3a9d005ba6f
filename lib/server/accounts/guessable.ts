import type { MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core';

/** What is looked at of a password: some shapes take time by the square of their length. */
const LOOKED_AT = 64;

/** Ways to read digits and signs as letters (`p4$$w0rd`) that are tried; each is a look of its own. */
const MAX_READINGS = 10;

/** Guesses after which whoever has stolen the hashes gives up: the highest score of zxcvbn. */
const ENOUGH_GUESSES = 1e10;

/** What cannot be the secret of an account: the name of the service (NIST SP 800-63B-4 §3.1.1.2). */
const SERVICE = 'mxproof';

let opened: Promise<ZxcvbnFactory> | null = null;

/** Its lists take 25 MB, which are needed only where somebody chooses a password. */
async function open(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({
    dictionary,
    graphs: adjacencyGraphs,
    maxLength: LOOKED_AT,
    l33tMaxSubstitutions: MAX_READINGS,
  });
}

/**
 * Why a password is among those that are tried first, as the rest of a sentence; null when it is not. `names` are of the person and
 * the place: addresses and hosts. A password that everybody knows (NIST SP 800-63B-4 §3.1.1.2) is hardly ever of 15 characters: what is
 * made of such ones by repeating and lining up is one, too.
 */
export async function whyGuessable(password: string, names: readonly string[]): Promise<string | null> {
  const known = [SERVICE, ...names, ...names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))].filter(
    Boolean,
  );
  const { guesses, sequence } = (await (opened ??= open())).check(password, known);
  if (guesses >= ENOUGH_GUESSES) return null;
  const [longest] = sequence
    .filter(({ pattern }) => pattern !== 'bruteforce' && pattern !== 'separator')
    .sort((one, other) => other.token.length - one.token.length);
  return reasonOf(longest);
}

function reasonOf(match: MatchExtended | undefined): string {
  switch (match?.pattern) {
    case 'repeat':
      return 'it repeats itself';
    case 'sequence':
    case 'spatial':
      return 'it follows the alphabet, the digits or the keyboard';
    case 'date':
    case 'regex':
      return 'it is a date or a year';
    default:
      return match?.dictionaryName === 'userInputs'
        ? 'it is made of your address or of the name of this place'
        : 'it is made of passwords that many people have';
  }
}
