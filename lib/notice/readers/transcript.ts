import { type Statements, statement, statementsOf } from '../statement';
import { addressesIn } from '@/lib/mail/address';

/** What the transcript of a session tells about one recipient; without an address, about whoever it was. */
interface TranscriptEntry {
  address: string;
  words: string;
  host: string | null;
}

/** Lines of a transcript that are read. */
const MAX_LINES = 400;

/** Characters about one recipient that are kept. */
const MAX_WORDS = 4_000;

/** What stands before a line of a session: a time of day, a date. */
const TIME = String.raw`(?:[A-Za-z]{3}\s)?(?:[\d-]{8,10}\s)?(?:\d{1,2}:\d{2}:\d{2}[.\d]{0,4}:?\s)?`;

const BEGINS = /--\s{0,8}(?:session )?transcript\b|^\s*transcript:/i;
const TALKING = /while talking to\s{1,3}<?([^\s:<>]{1,255}?)\.?>?:|\bMX=\[([^\s\]]{1,255})\]/i;
const SENT = new RegExp(String.raw`^\s*${TIME}(?:>>>|-->|sent\s+<<<|sent:)\s{0,4}(.{1,500})`, 'i');
const HEARD = new RegExp(
  String.raw`^\s*${TIME}(?:<<<|<--|received\s+>>>|rcvd:|received:)\s{0,4}([245]\d\d\b.{0,800})`,
  'i',
);
const SUMMARY = /^\s*([245]\d\d(?:[ -][245]\.\d{1,3}\.\d{1,3})?)\s{1,3}(\S.{0,800})$/;
/** `554 <user@example.org>... 550 Host unknown`: what Sendmail 5 makes of a reply, before the reply. */
const INNER = /\.{3} ([45]\d\d \S.{0,800})$/;
const DEFERRED = /^\s*(<?[^\s<>]{3,300}>?)\.{3}\s(deferred:? .{0,500})/i;
const TOO_OLD = /^\s*message could not be delivered for .{0,60}$/i;

/**
 * The session that Sendmail, and others that write like it, put into their notices: `>>>` sent, `<<<` heard. What it tells of
 * nobody by name stands with an empty address, when nobody else is named.
 */
export function readTranscript(lines: readonly string[]): Statements | null {
  const all = entriesOf(lines);
  const named = all.filter(({ address }) => address !== '');
  const entries = named.length > 0 ? named : all;
  if (entries[0] === undefined) return null;
  const recipients = entries.map(({ address, words, host: name }) =>
    statement(address, words, { remote: { name, address: null } }),
  );
  return statementsOf('Sendmail', entries[0].words, recipients);
}

function entriesOf(lines: readonly string[]): TranscriptEntry[] {
  const start = lines.findIndex((line) => BEGINS.test(line) || SENT.test(line));
  if (start < 0) return [];
  const told = new Map<string, TranscriptEntry>();
  let host: string | null = null;
  let sent = '';
  let asked: string[] = [];
  let refused = '';
  let isFurther = false; // a reply of several lines goes on
  const tell = (address: string, words: string) => {
    const key = address.toLowerCase();
    const before = told.get(key);
    const all = before === undefined || before.words === '' ? words : `${before.words}\n${words}`;
    if ((before?.words.length ?? 0) > MAX_WORDS) return;
    told.set(key, { address, words: all, host: before?.host ?? host });
  };
  for (const line of lines.slice(start, start + MAX_LINES)) {
    const talking = TALKING.exec(line);
    host = (talking?.[1] ?? talking?.[2])?.toLowerCase() ?? host;
    const command = SENT.exec(line)?.[1];
    if (command !== undefined) {
      sent = command;
      isFurther = false;
      asked = /^rcpt/i.test(command) ? addressesIn(command) : asked;
      continue;
    }
    const heard = HEARD.exec(line)?.[1];
    if (heard !== undefined) {
      const about = /^rcpt/i.test(sent) ? asked : [...new Set([...asked, ...addressesIn(heard)])];
      const words = isFurther ? `<<< ${heard}` : `>>> ${sent}\n<<< ${heard}`;
      isFurther = true;
      if (!heard.startsWith('2') && about.length === 0)
        refused = words.startsWith('<<<') && refused !== '' ? `${refused}\n${words}` : words;
      if (!heard.startsWith('2')) for (const address of about) tell(address, words);
      continue;
    }
    const [, code, words = ''] = SUMMARY.exec(line) ?? [];
    const [address] = addressesIn(words.split('... ', 1)[0] ?? '');
    if (code !== undefined && !code.startsWith('2')) {
      // what was refused before anybody was asked for is refused for all
      if (refused !== '' && !told.has((address ?? '').toLowerCase())) tell(address ?? '', refused);
      tell(address ?? '', INNER.exec(words)?.[1] ?? `${code} ${words}`);
    }
    const [, deferred = '', why = ''] = DEFERRED.exec(line) ?? [];
    for (const one of addressesIn(deferred)) tell(one, why);
    if (TOO_OLD.test(line)) for (const one of told.values()) tell(one.address, line.trim());
  }
  return [...told.values()];
}
