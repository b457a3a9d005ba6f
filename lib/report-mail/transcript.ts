import { addressesIn } from './address';

/** What a Sendmail transcript tells about one recipient. */
export interface Transcribed {
  address: string;
  words: string;
  host: string | null;
}

/** Lines of a transcript that are read. */
const MAX_LINES = 400;

const BEGINS = /-{2,}\s*transcript of session/i;
const TALKING = /while talking to\s{1,3}<?([^\s:<>]{1,255}?)\.?>?:/i;
const SENT = /^\s*(?:>>>|sent\s+<<<)\s{0,4}(.{1,500})/i;
const HEARD = /^\s*(?:<<<|received\s+>>>)\s{0,4}([245]\d\d\b.{0,800})/i;
const SUMMARY = /^\s*([245]\d\d(?:[ -][245]\.\d{1,3}\.\d{1,3})?)\s{1,3}(\S.{0,800})$/;

/** The session that Sendmail, and filters that write like it, put into their notices: `>>>` sent, `<<<` heard. */
export function readTranscript(lines: readonly string[]): Transcribed[] {
  const start = lines.findIndex((line) => BEGINS.test(line) || SENT.test(line));
  if (start < 0) return [];
  const told = new Map<string, Transcribed>();
  let host: string | null = null;
  let sent = '';
  let asked: string[] = [];
  const tell = (address: string, words: string) => {
    const key = address.toLowerCase();
    const before = told.get(key);
    told.set(key, {
      address,
      words:
        before === undefined
          ? words
          : before.words.length > 4_000
            ? before.words
            : `${before.words}\n${words}`,
      host: before?.host ?? host,
    });
  };
  for (const line of lines.slice(start, start + MAX_LINES)) {
    host = TALKING.exec(line)?.[1]?.toLowerCase() ?? host;
    const command = SENT.exec(line)?.[1];
    if (command !== undefined) {
      sent = command;
      asked = /^rcpt/i.test(command) ? addressesIn(command) : asked;
      continue;
    }
    const heard = HEARD.exec(line)?.[1];
    if (heard !== undefined) {
      const about = /^rcpt/i.test(sent) ? asked : [...new Set([...asked, ...addressesIn(heard)])];
      for (const address of about) tell(address, `>>> ${sent}\n<<< ${heard}`);
      continue;
    }
    const [, code, words] = SUMMARY.exec(line) ?? [];
    const [address] = words === undefined ? [] : addressesIn(words.split('... ', 1)[0] ?? '');
    if (code !== undefined && address !== undefined) tell(address, `${code} ${words ?? ''}`);
  }
  return [...told.values()];
}
