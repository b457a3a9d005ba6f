import type { RuleView, WayView } from '@/lib/message/message-view';
import {
  OUTLOOK_WORDS,
  PROVIDER_SOURCES,
  PROVIDER_WORD,
  RULE_WORDS,
  unknownWords,
} from '@/lib/show/bulk-words';
import type { Tone } from '@/lib/show/words';
import { Panel, SignRow } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { ToneIcon } from '@/components/ui/tone-icon';

const TONE: Readonly<Record<RuleView['state'], Tone>> = { met: 'good', failed: 'bad', unknown: 'unknown' };
const STATE = { met: 'met', failed: 'not met', unknown: 'not known' } as const;

/** What Gmail, Yahoo and Microsoft demand of bulk senders, one by one, and why Microsoft may refuse all the same. */
export function BulkRules({ way: { rules, outlook } }: { way: WayView }) {
  return (
    <>
      <Section
        id="bulk"
        title="What bulk senders owe"
        about={`${rules.filter(({ state }) => state === 'met').length} of ${rules.length} are met`}
      >
        <Panel as="ul">
          {rules.map((rule) => (
            <SignRow key={rule.code} sign={<ToneIcon tone={TONE[rule.state]} />}>
              <h3 className="font-semibold">
                {RULE_WORDS[rule.code].title}: {STATE[rule.state]}
              </h3>
              {rule.evidence.length > 0 && (
                <p className="text-soft text-sm wrap-anywhere">{rule.evidence.join(' · ')}</p>
              )}
              {rule.state !== 'met' && (
                <p className="max-w-text text-sm">
                  {rule.state === 'unknown' ? unknownWords(rule) : RULE_WORDS[rule.code].fix}
                </p>
              )}
              <p className="text-soft text-sm">
                Demanded by {rule.by.map((one) => PROVIDER_WORD[one]).join(', ')}
              </p>
            </SignRow>
          ))}
        </Panel>
        <ul className="text-soft mt-3 grid gap-1 text-sm">
          {PROVIDER_SOURCES.map(({ by, title, url, since }) => (
            <li key={by} className="wrap-anywhere">
              {PROVIDER_WORD[by]}:{' '}
              <a href={url} rel="noreferrer" className="text-link underline">
                {title}
              </a>
              , {since}
            </li>
          ))}
        </ul>
      </Section>
      {outlook.length > 0 && (
        <Section id="outlook" title="Why Microsoft may answer 550 5.7.515">
          <ul className="max-w-text grid gap-2">
            {outlook.map((reason) => (
              <li key={reason}>{OUTLOOK_WORDS[reason]}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
