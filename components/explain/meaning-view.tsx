import { ToneIcon } from '@/components/ui/tone-icon';
import type { Meaning } from '@/lib/meaning/schema';
import { WHO_ACTS_ON_REPLY } from '@/lib/show/meaning-words';
import { SIDE_WORD, STAGE_WORD, type Tone } from '@/lib/show/words';

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
    <section aria-labelledby="meaning" className="mt-8">
      <h2 id="meaning" className="flex gap-2.5 text-lg leading-snug font-semibold">
        <span className="mt-1">
          <ToneIcon tone={toneOf(meaning)} />
        </span>
        {meaning.meaning}
      </h2>
      {meaning.fix !== '' && (
        <p className="border-line mt-2 max-w-[68ch] border-l-[3px] pl-3">{meaning.fix}</p>
      )}
      <dl className="panel mt-4">
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
    </section>
  );
}

function toneOf({ category, permanence }: Meaning): Tone {
  if (category === 'accepted') return 'good';
  if (permanence === null || category === 'unknown') return 'unknown';
  return permanence === 'temporary' ? 'wait' : 'bad';
}
