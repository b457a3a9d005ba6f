import type { ReactNode } from 'react';
import type { Notice, NoticeRecipient } from '@/lib/notice/notice';
import { CATEGORY_WORD } from '@/lib/show/category-words';
import { WHO_ACTS_WORD } from '@/lib/show/words';
import { ACTION_TONE, ACTION_WORD } from '@/lib/show/mail-words';
import { reportedPath } from '@/lib/show/reported-path';
import { SIDE_WORD, STAGE_WORD } from '@/lib/show/words';
import { clipped } from '@/lib/show/clipped';
import { recipientInPlainWords } from '@/lib/show/plain-mail';
import { PathBoxes } from '@/components/check/path-boxes';
import { Advice } from '@/components/ui/advice';
import { Code } from '@/components/ui/code';
import { PlainWords } from '@/components/ui/plain-words';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { Facts } from '@/components/ui/facts';

/** Characters drawn of one paragraph: it names an address as it came. */
const DRAWN = 2_048;

interface RecipientPanelProps extends Pick<Notice, 'date'> {
  recipient: NoticeRecipient;
  check: ReactNode;
}

/** One recipient of a notice: what it means, the way it went, and what was stated apart from what we conclude. */
export function RecipientPanel({ recipient, date, check }: RecipientPanelProps) {
  const { meaning, action, remote } = recipient;
  const isDone = action !== 'failed' && action !== 'delayed';
  return (
    <article aria-label={recipient.address} className="mt-8 first:mt-0">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="font-mono text-base font-semibold wrap-anywhere">{recipient.address}</span>
        <Tag tone={ACTION_TONE[action]} icon>
          {ACTION_WORD[action]}
        </Tag>
        {meaning.permanence !== null && !isDone && <Tag>{meaning.permanence}</Tag>}
        {!isDone && <Tag>{SIDE_WORD[meaning.side]}</Tag>}
      </h3>
      {!isDone && (
        <Advice className="mt-3">
          <p className="font-medium">{meaning.meaning}</p>
          {meaning.fix !== '' && <p className="mt-1">{meaning.fix}</p>}
        </Advice>
      )}
      <PlainWords className="mt-3" text={clipped(recipientInPlainWords(recipient, { date }), DRAWN)} />
      <PathBoxes view={reportedPath(recipient)} />
      {check}
      <div className="mt-5 grid gap-4 md:grid-cols-2">
        <Panel as="section" className="min-w-0">
          <h4 className="border-line border-b px-4.5 py-2 text-sm font-semibold">What the notice states</h4>
          <Facts
            rows={[
              ['Reply', recipient.reply === null ? null : <Code>{recipient.reply}</Code>],
              ['Reply code', recipient.code],
              ['Status', recipient.status],
              ['Said by', [remote.name, remote.address].filter((part) => part !== null).join(' · ')],
              ['Told by', recipient.reportedBy],
              ['At', recipient.stage === null ? null : STAGE_WORD[recipient.stage]],
              ['Written to', recipient.originalAddress],
              ['Last attempt', recipient.lastAttempt],
              ['Will retry until', recipient.willRetryUntil],
              ['Queue id', recipient.queueId],
            ]}
          />
        </Panel>
        <Panel as="section" className="min-w-0">
          <h4 className="border-line border-b px-4.5 py-2 text-sm font-semibold">What we conclude</h4>
          <Facts
            rows={[
              ['Category', CATEGORY_WORD[meaning.category]],
              ['Permanence', meaning.permanence ?? 'not known'],
              ['Side', SIDE_WORD[meaning.side]],
              ['Who acts', WHO_ACTS_WORD[meaning.whoActs]],
              ['Recognised', meaning.provider],
              ['Blocklist', meaning.extracted.blocklist],
              ['Address named', meaning.extracted.address],
              ['Link in the reply', meaning.extracted.url],
              ['References', meaning.refs.join(' · ')],
            ]}
          />
        </Panel>
      </div>
    </article>
  );
}
