import { Section } from '@/components/ui/section';
import type { Meaning } from '@/lib/meaning/meaning';
import { WHO_ACTS_ON_REPLY } from '@/lib/show/meaning-words';
import { SIDE_WORD, STAGE_WORD } from '@/lib/show/words';

/** What a pasted reply means. */
export function MeaningView({ meaning }: { meaning: Meaning }) {
  const { extracted } = meaning;
  const facts: [string, string | number | null][] = [
    ['Permanence', meaning.permanence],
    ['Category', meaning.category],
    ['Side', SIDE_WORD[meaning.side]],
    ['Who acts', WHO_ACTS_ON_REPLY[meaning.whoActs]],
    ['Code', [meaning.code, meaning.enhanced].filter((code) => code !== null).join(' ')],
    ['Stage', meaning.stage === null ? null : STAGE_WORD[meaning.stage]],
    ['Recognised', meaning.provider],
    ['Wait', extracted.waitSeconds === null ? null : `${extracted.waitSeconds} s`],
    ['Queue id', extracted.queueId],
    ['Blocklist', extracted.blocklist],
    ['Address', extracted.address],
    ['Link in the reply', extracted.url],
    ['Provider’s code', extracted.providerCode],
    ['References', meaning.refs.join(' · ')],
  ];
  return (
    <Section id="meaning" title={meaning.meaning}>
      {meaning.fix !== '' && <p className="mb-3 max-w-[68ch]">{meaning.fix}</p>}
      <dl className="panel">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <div
              key={name}
              className="border-line grid gap-x-3 border-t px-4.5 py-2 first:border-t-0 md:grid-cols-[180px_1fr]"
            >
              <dt className="text-soft text-sm">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}
