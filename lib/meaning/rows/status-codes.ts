import type { Row } from '../row';
import { UNEXPLAINED } from '../unexplained';
import type { Category } from '../schema';

export interface StatusCode {
  /** `subject.detail` (RFC 3463 §2). */
  key: string;
  category: Category;
  words: string;
  ref: string;
  /** Too general, or used too loosely, to contradict the words beside it. */
  isGeneral: boolean;
}

/**
 * The IANA registry of SMTP Enhanced Status Codes (RFC 5248). Codes and words were compared on 2026-11-24 with a published
 * copy that goes to X.7.30; the registry says that it was last changed on 2024-12-06. The categories are ours. One row:
 * subject.detail, category, registry words, reference; `~` after the category marks a general one.
 */
const REGISTRY = `
0.0|unknown~|Other undefined status|RFC 3463
1.0|mailbox-unknown~|Other address status|RFC 3463
1.1|mailbox-unknown|Bad destination mailbox address|RFC 3463
1.2|domain-unknown|Bad destination system address|RFC 3463
1.3|mailbox-unknown|Bad destination mailbox address syntax|RFC 3463
1.4|mailbox-unknown|Destination mailbox address ambiguous|RFC 3463
1.5|accepted|Destination address valid|RFC 3463
1.6|moved~|Destination mailbox has moved, No forwarding address|RFC 3463
1.7|sender-rejected|Bad sender's mailbox address syntax|RFC 3463
1.8|sender-rejected|Bad sender's system address|RFC 3463
1.9|content-format|Message relayed to non-compliant mailer|RFC 3886
1.10|not-accepting-mail|Recipient address has null MX|RFC 7505
2.0|mailbox-disabled~|Other or undefined mailbox status|RFC 3463
2.1|mailbox-disabled~|Mailbox disabled, not accepting messages|RFC 3463
2.2|mailbox-full|Mailbox full|RFC 3463
2.3|message-too-large|Message length exceeds administrative limit|RFC 3463
2.4|mailing-list|Mailing list expansion problem|RFC 3463
3.0|system-error~|Other or undefined mail system status|RFC 3463
3.1|system-error|Mail system full|RFC 3463
3.2|not-accepting-mail~|System not accepting network messages|RFC 3463
3.3|protocol-error~|System not capable of selected features|RFC 3463
3.4|message-too-large|Message too big for system|RFC 3463
3.5|system-error~|System incorrectly configured|RFC 3463
3.6|accepted|Requested priority was changed|RFC 6710
4.0|network-error~|Other or undefined network or routing status|RFC 3463
4.1|network-error~|No answer from host|RFC 3463
4.2|network-error~|Bad connection|RFC 3463
4.3|system-error~|Directory server failure|RFC 3463
4.4|domain-unknown~|Unable to route|RFC 3463
4.5|busy~|Mail system congestion|RFC 3463
4.6|loop|Routing loop detected|RFC 3463
4.7|expired~|Delivery time expired|RFC 3463
5.0|protocol-error~|Other or undefined protocol status|RFC 3463
5.1|protocol-error~|Invalid command|RFC 3463
5.2|protocol-error~|Syntax error|RFC 3463
5.3|rate-limited|Too many recipients|RFC 3463
5.4|protocol-error~|Invalid command arguments|RFC 3463
5.5|protocol-error~|Wrong protocol version|RFC 3463
5.6|protocol-error|Authentication Exchange line is too long|RFC 4954
6.0|content-format~|Other or undefined media error|RFC 3463
6.1|content-format~|Media not supported|RFC 3463
6.2|content-format|Conversion required and prohibited|RFC 3463
6.3|content-format|Conversion required but not supported|RFC 3463
6.4|content-format|Conversion with loss performed|RFC 3463
6.5|content-format|Conversion Failed|RFC 3463
6.6|content-format|Message content not available|RFC 4468
6.7|content-format|Non-ASCII addresses not permitted for that sender/recipient|RFC 6531
6.8|content-format|UTF-8 string reply is required, but not permitted by the SMTP client|RFC 6531
6.9|content-format|UTF-8 header message cannot be transferred to one or more recipients, so the message must be rejected|RFC 6531
6.10|content-format|This is a duplicate of X.6.8 and is thus deprecated|RFC 6531
7.0|policy~|Other or undefined security status|RFC 3463
7.1|policy~|Delivery not authorized, message refused|RFC 3463
7.2|mailing-list|Mailing list expansion prohibited|RFC 3463
7.3|tls-required~|Security conversion required but not possible|RFC 3463
7.4|tls-required~|Security features not supported|RFC 3463
7.5|auth-failed~|Cryptographic failure|RFC 3463
7.6|tls-required~|Cryptographic algorithm not supported|RFC 3463
7.7|auth-failed~|Message integrity failure|RFC 3463
7.8|auth-required|Authentication credentials invalid|RFC 4954
7.9|auth-required|Authentication mechanism is too weak|RFC 4954
7.10|tls-required|Encryption Needed|RFC 5248
7.11|tls-required|Encryption required for requested authentication mechanism|RFC 4954
7.12|auth-required|A password transition is needed|RFC 4954
7.13|mailbox-disabled|User Account Disabled|RFC 5248
7.14|auth-required|Trust relationship required|RFC 5248
7.15|policy|Priority Level is too low|RFC 6710
7.16|message-too-large|Message is too big for the specified priority|RFC 6710
7.17|mailbox-disabled|Mailbox owner has changed|RFC 7293
7.18|mailbox-disabled|Domain owner has changed|RFC 7293
7.19|system-error|RRVS test cannot be completed|RFC 7293
7.20|auth-failed|No passing DKIM signature found|RFC 7372
7.21|auth-failed|No acceptable DKIM signature found|RFC 7372
7.22|auth-failed|No valid author-matched DKIM signature found|RFC 7372
7.23|auth-failed|SPF validation failed|RFC 7372
7.24|auth-failed|SPF validation error|RFC 7372
7.25|sender-identity|Reverse DNS validation failed|RFC 7372
7.26|auth-failed|Multiple authentication checks failed|RFC 7372
7.27|sender-rejected|Sender address has null MX|RFC 7505
7.28|rate-limited~|Mail flood detected|IANA
7.29|auth-failed|ARC validation failure|RFC 8617
7.30|tls-required|REQUIRETLS support required|RFC 8689`;

export const STATUS_CODES: readonly StatusCode[] = REGISTRY.trim()
  .split('\n')
  .map((row) => {
    const [key = '', label = '', words = '', ref = ''] = row.split('|');
    const category = label.replace('~', '') as Category; // the test proves every label
    return { key, category, words, ref, isGeneral: label.endsWith('~') };
  });

const BY_KEY: ReadonlyMap<string, StatusCode> = new Map(STATUS_CODES.map((code) => [code.key, code]));

/** The registered meaning of `class.subject.detail`; of its subject alone when the detail is not registered. */
export function statusCode(status: string): StatusCode | null {
  const [, subject = '', detail = ''] = status.split('.');
  return BY_KEY.get(`${subject}.${detail}`) ?? BY_KEY.get(`${subject}.0`) ?? null;
}

/** Where the category has words for its most frequent meaning, and the code has another. */
const OWN_WORDS: Readonly<Record<string, Pick<Row, 'side' | 'whoActs' | 'says' | 'meaning' | 'fix'>>> = {
  '1.3': {
    says: 'the address is not valid there',
    meaning: 'The server takes the address for one that is not written as it should be.',
    fix: 'Check the address for signs that do not belong to it. If it is right, the administrator of the recipient’s side looks why the server does not take its form.',
  },
  '6.7': {
    side: 'unknown',
    whoActs: 'sender',
    says: 'addresses with international signs are not taken there',
    meaning:
      'An address of the message has signs beyond ASCII, and the other server does not take such addresses (SMTPUTF8).',
    fix: 'Use an address without such signs, if there is one. The administrator of the server that does not take them can turn SMTPUTF8 on.',
  },
};

/** A code whose detail is not registered says what its subject says, and stands behind all that are. */
export const STATUS_ROWS: readonly Row[] = STATUS_CODES.filter(({ category }) => category !== 'unknown')
  .flatMap(rowsFor)
  .sort((a, b) => Number(a.id.endsWith('.0')) - Number(b.id.endsWith('.0')));

function rowsFor(code: StatusCode): Row[] {
  const { key, category, isGeneral } = code;
  if (category === 'accepted') return [rowOf(code, '2')];
  // What is refused for now by "policy" is greylisting, a limit or a blocklist as often.
  if (category === 'policy' && isGeneral)
    return [rowOf(code, '5'), { ...rowOf(code, '4'), ...UNEXPLAINED, id: `status.4.${key}` }];
  const row = rowOf(code, '[45]');
  if (category !== 'system-error' || !isGeneral) return [row];
  // A system fails. RFC 3463 §3.4: X.3 is about that of the destination; the others do not say whose it is.
  return [{ ...row, ...UNEXPLAINED, ...(key.startsWith('3.') && { notAtExchange: true as const }) }];
}

function rowOf({ key, category, isGeneral }: StatusCode, level: string): Row {
  const [subject = '', detail = ''] = key.split('.');
  return {
    ...OWN_WORDS[key],
    id: `status.${key}`,
    category,
    rank: isGeneral ? 'general-status' : 'registered',
    pattern: new RegExp(`^${level}\\.${subject}\\.${detail === '0' ? '\\d{1,3}' : detail}$`),
    example: `${level === '[45]' ? '5' : level}.${key}`,
    source: 'registry',
  };
}
