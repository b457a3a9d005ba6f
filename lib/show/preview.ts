import { hiderInSentences } from '@/lib/mail/without-local-parts';
import type { Report } from '@/lib/report/report';
import { showUtc } from './moment';
import { type BoxState, pathOf } from './path';
import { checkTitle, progressSentence } from './progress';
import { outcomeTone, type Tone } from './words';

/** What a link says of a check where it is pasted: no local part of an address, and nothing that only the page can draw. */
export interface Preview {
  title: string;
  headline: string;
  tone: Tone;
  boxes: readonly { title: string; state: BoxState }[];
  facts: string;
}

/** Characters of the headline. */
const MAX_HEADLINE = 220;

/** What is in the one font that pictures are drawn with; for all else it would be asked on the internet. */
const NOT_DRAWN = /[^\x20-\x7e“”’…–·]/gu;

/** Characters of a moment up to its minutes. */
const MINUTES = 16;

/** The check in a few words. */
export function previewOf(report: Report): Preview {
  const { verdict, target, vantage, trace, sessions, startedAt } = report;
  const hide = hiderInSentences([target.mailbox ?? '', vantage.sender]);
  const said = hide(verdict?.headline ?? progressSentence(report));
  const headline = said.replaceAll(target.domainUnicode, target.domain);
  return {
    title: drawn(checkTitle({ ...report, target: { ...target, domainUnicode: target.domain } })),
    headline: drawn(headline.length > MAX_HEADLINE ? `${headline.slice(0, MAX_HEADLINE)}…` : headline),
    tone: verdict === null ? 'unknown' : outcomeTone(verdict),
    boxes: pathOf(report).boxes.map(({ title, state }) => ({ title: drawn(title), state })),
    facts: `${showUtc(startedAt).slice(0, MINUTES)} UTC · ${trace.queryCount} DNS queries · ${sessions.length} SMTP ${sessions.length === 1 ? 'session' : 'sessions'}`,
  };
}

function drawn(text: string): string {
  return text.replace(NOT_DRAWN, '·');
}
