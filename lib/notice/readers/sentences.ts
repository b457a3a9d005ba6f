import { addressAtStart, addressesIn, isSameAddress } from '@/lib/mail/address';
import { statementsOf, type Statements, statement } from '../statement';

/** Characters of a notice that are searched for such a sentence. */
const MAX_SEARCHED = 8_000;

const FAILED = String.raw`(?:couldn.t|could not|can.t|cannot|wasn.t|was not|is not|hasn.t been|has not been) (?:be )?(?:delivered|sent|found|reached)`;
const ADDRESS = String.raw`<?"?(\S{1,64}@[^\s<>"',;:]{1,255})"?>?`;

const WHOM = '(?: (?:these|this|the following) (?:users?|recipients?|(?:e-?mail )?address(?:es)?))?';

interface SentenceForm {
  name: string;
  pattern: RegExp;
  isDelay?: true;
}

/** Sentences that name the recipient and say that nothing was delivered, in one. */
const FORMS: readonly SentenceForm[] = [
  { name: 'Gmail', pattern: new RegExp(`your message wasn.t delivered to ${ADDRESS}`, 'i') },
  { name: 'Gmail', pattern: new RegExp(`there was a problem delivering your message to ${ADDRESS}`, 'i') },
  {
    name: 'Gmail',
    pattern: new RegExp(`your message to ${ADDRESS} (?:has been blocked|couldn.t be delivered\\. the)`, 'i'),
  },
  {
    name: 'Gmail',
    isDelay: true,
    pattern: new RegExp(
      `there was a temporary problem (?:while )?delivering your message to ${ADDRESS}`,
      'i',
    ),
  },
  { name: 'Microsoft 365', pattern: new RegExp(`your message to ${ADDRESS} ${FAILED}`, 'i') },
  {
    name: 'other',
    pattern: new RegExp(
      `(?:message|e-?mail|mail)(?: (?:that )?you sent| sent)? (?:to|for):? ${ADDRESS}[^.\\n]{0,60}? ${FAILED}`,
      'i',
    ),
  },
  {
    name: 'other',
    pattern: new RegExp(
      `(?:message|mail) (?:to|for) ${ADDRESS} (?:is|was|has been) (?:bounced|rejected|undeliverable|returned)`,
      'i',
    ),
  },
  {
    name: 'other',
    pattern: new RegExp(
      `(?:unable|failed|not able) to (?:deliver|send)(?: (?:your|the|a|this))?(?: (?:message|mail|e-mail|email))?(?: to)?:? ${ADDRESS}`,
      'i',
    ),
  },
  {
    name: 'other',
    pattern: new RegExp(
      `(?:delivery|deliver|sending) (?:to|for) ${ADDRESS} (?:has )?(?:failed|was aborted|is delayed)`,
      'i',
    ),
  },
  { name: 'other', pattern: new RegExp(`${FAILED}(?: delivered)? to${WHOM}:? ${ADDRESS}`, 'i') },
  {
    name: 'other',
    pattern: new RegExp(
      `error (?:delivering|sending) (?:your |the )?(?:mail|message|e-?mail) to:? ${ADDRESS}`,
      'i',
    ),
  },
  {
    name: 'other',
    isDelay: true,
    pattern: new RegExp(
      `delivery of (?:your )?(?:e-?mail|mail|message)s? to${WHOM} ${ADDRESS} has been (?:postponed|delayed)`,
      'i',
    ),
  },
  { name: 'IMail', pattern: new RegExp(`delivery failed (?:after )?\\d{1,4} attempts: ${ADDRESS}`, 'i') },
  {
    name: 'Yahoo',
    pattern: new RegExp(`wasn.t able to deliver the following message\\.[^@]{0,400} To: ${ADDRESS}`, 'i'),
  },
  { name: 'other', pattern: new RegExp(`originally addressed to:? ${ADDRESS}`, 'i') },
  {
    name: 'other',
    pattern: new RegExp(
      `address to which your (?:e-?mail|mail|message) was addressed, ${ADDRESS},? did not`,
      'i',
    ),
  },
  { name: 'other', pattern: new RegExp(`undeliverable (?:to|mail to|message to):? ${ADDRESS}`, 'i') },
  {
    name: 'other',
    pattern: new RegExp(
      `(?:unknown|invalid|nonexistent|non-existent|no such|bad|failed)(?: local| final delivery)? (?:user|user ?id|recipient|mailbox|address)s?:? ${ADDRESS}`,
      'i',
    ),
  },
  {
    name: 'other',
    pattern: new RegExp(
      `(?:user|mailbox|recipient|address|account) ${ADDRESS}:? (?:is |was |does |has |could |cannot |not )?(?:not |no |been )?(?:be )?(?:unknown|known|found|exist|exists|over quota|full|disabled|invalid|rejected|listed|delivered)`,
      'i',
    ),
  },
  {
    name: 'other',
    pattern: new RegExp(
      `(?:mailbox exceeds allowed size|mailbox (?:is )?full|over quota|quota exceeded):? ${ADDRESS}`,
      'i',
    ),
  },
];

/** Further recipients that the sentence goes on with. */
const LISTED = /^(?:(?:[,;]| and) {0,2}<?[^\s<>,;@]{1,64}@[^\s<>,;]{1,255}>?){1,50}/i;

/** Sentences of one form that are read, each about another recipient. */
const MAX_SENTENCES = 100;

/** Whom a sentence names, and those whom it goes on with. */
function namedBy(found: RegExpExecArray, flat: string): string[] {
  const [address] = addressesIn(found[1] ?? '');
  if (address === undefined) return [];
  return [address, ...addressesIn(LISTED.exec(flat.slice(found.index + found[0].length))?.[0] ?? '')];
}

/** The lines that name one of several recipients. */
function wordsOn(address: string, lines: readonly string[]): string {
  const named = lines.filter((line) => addressesIn(line).some((one) => isSameAddress(one, address)));
  return named.join('\n').trim();
}

/** The recipients that such sentences name; the words are all of the notice, or the lines that name one of several. */
export function readSentence(lines: readonly string[]): Statements | null {
  const text = lines.join('\n').slice(0, MAX_SEARCHED);
  const flat = lines
    .map((line) => (addressAtStart(line)?.isSetOff === true ? `| ${line}` : line)) // no sentence goes on there
    .join(' ')
    .slice(0, MAX_SEARCHED)
    .replace(/\s+/g, ' ');
  for (const { name, pattern, isDelay } of FORMS) {
    const all = [...flat.matchAll(new RegExp(pattern, 'gi'))].slice(0, MAX_SENTENCES);
    const [first] = all;
    const addresses = [...new Set(all.flatMap((found) => namedBy(found, flat)))];
    if (first === undefined || addresses.length === 0) continue;
    const action = isDelay === true ? 'delayed' : null;
    return statementsOf(
      name,
      first[0],
      addresses.map((one) => statement(one, all.length === 1 ? text : wordsOn(one, lines), { action })),
    );
  }
  return null;
}
