import { mapStrings } from '@/lib/map-strings';
import { hiderInSentences, hiderOfWords, withoutBeforeAt } from '@/lib/mail/without-local-parts';
import type { Report } from '@/lib/report/report';
import type { Share } from '@/lib/share';
import type { StoredShare } from '@/lib/store/share-store';
import { aboutShare } from './about-share';

/** What a link that was made for somebody shows of a check: nothing of others, and no local parts where it hides them. */
export function sharedReport(report: Report, stored: StoredShare): Report {
  const own = {
    ...report,
    id: stored.id,
    share: aboutShare(stored),
    before: null,
    former: null,
    retest: null,
  };
  return stored.hidesLocalParts ? withoutLocalParts(own) : own;
}

/** Fields with what a server, or a record about the mail at hand, has said, where a local part may stand without its domain. */
const SAID_BY_SERVERS = new Set(['text', 'lines', 'banner', 'detail', 'explanation']);

/** Fields with sentences of ours, which quote what a server has said. */
const SENTENCES = new Set(['headline', 'plain', 'title', 'why', 'fix', 'because', 'say', 'when', 'next']);

/** The same report without local parts. Numbers, names and words of ours are as they were. */
function withoutLocalParts(report: Report & { share: Share }): Report {
  const { share, target, vantage, options } = report;
  const addresses = [target.mailbox ?? '', vantage.sender, options.sender ?? ''];
  const hideWords = hiderOfWords(addresses);
  const hideInSentence = hiderInSentences(addresses);
  const hide = (said: string, key: string): string => {
    if (SENTENCES.has(key)) return hideInSentence(said);
    const hidden = withoutBeforeAt(said);
    return SAID_BY_SERVERS.has(key) ? hideWords(hidden) : hidden;
  };
  const { findings } = report;
  const bare = {
    ...report,
    findings: findings.map(({ args, ...finding }) => ({ ...finding, args: mapStrings(args, quoted) })),
    sessions: report.sessions.map(({ transcript, ...session }) => ({
      ...session,
      // The packets have the address as it was sent.
      captured: false,
      transcript: transcript.map(({ raw: _, ...line }) => line),
    })),
  };
  const view = mapStrings(bare, hide) as Report; // only texts are changed, so its form is the same
  return { ...view, share };

  function quoted(said: string): string {
    return hideWords(withoutBeforeAt(said));
  }
}
