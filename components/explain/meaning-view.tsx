import Link from 'next/link';
import { Advice } from '@/components/ui/advice';
import { Facts } from '@/components/ui/facts';
import { Panel } from '@/components/ui/panel';
import { ToneIcon } from '@/components/ui/tone-icon';
import type { Meaning } from '@/lib/meaning/schema';
import { CATEGORY_WORD } from '@/lib/show/category-words';
import { WHO_ACTS_WORD } from '@/lib/show/words';
import { SIDE_WORD, STAGE_WORD, type Tone } from '@/lib/show/words';

/** What a pasted reply means. */
export function MeaningView({ meaning }: { meaning: Meaning }) {
  const { extracted } = meaning;
  const further = furtherLook(meaning);
  const facts: [string, string | number | null][] = [
    ['Permanence', meaning.permanence],
    ['Category', CATEGORY_WORD[meaning.category]],
    ['Side', SIDE_WORD[meaning.side]],
    ['Who acts', WHO_ACTS_WORD[meaning.whoActs]],
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
      {meaning.fix !== '' && <Advice className="mt-2">{meaning.fix}</Advice>}
      {further !== null && (
        <p className="screen-only mt-2 text-sm">
          <Link href={further.href} prefetch={false}>
            {further.label}
          </Link>
        </p>
      )}
      <Panel className="mt-4">
        <Facts rows={facts} />
      </Panel>
    </section>
  );
}

/** Where the same is looked at from here; null where that is nowhere. */
function furtherLook({ category, extracted: { address } }: Meaning): { href: string; label: string } | null {
  if (category === 'auth-failed') return { href: '/message', label: 'Verify a message: which step fails' };
  if (category !== 'blocked' || address === null) return null;
  return { href: `/address/${encodeURIComponent(address)}`, label: `What blocklists say of ${address}` };
}

function toneOf({ category, permanence }: Meaning): Tone {
  if (category === 'accepted') return 'good';
  if (permanence === null || category === 'unknown') return 'unknown';
  return permanence === 'temporary' ? 'wait' : 'bad';
}
