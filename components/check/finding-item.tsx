import { Fragment } from 'react';
import Link from 'next/link';
import type { Finding } from '@/lib/report/finding';
import { printReference, type Reference } from '@/lib/report/reference';
import { evidenceAnchor, evidenceWords } from '@/lib/show/anchor';
import { SEVERITY_TONE, SEVERITY_WORD } from '@/lib/show/words';
import { ToneIcon } from '@/components/ui/tone-icon';
import { FixText } from './fix-text';

/** More links to evidence than these say nothing new. */
const EVIDENCE_SHOWN = 4;

export function FindingItem({ finding }: { finding: Finding }) {
  return (
    <li className="border-line grid grid-cols-[24px_minmax(0,1fr)] gap-x-3 gap-y-1 border-t px-4.5 py-4 first:border-t-0">
      <span className="mt-0.5">
        <ToneIcon tone={SEVERITY_TONE[finding.severity]} size={19} />
        <span className="sr-only">{SEVERITY_WORD[finding.severity]}</span>
      </span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 md:flex-nowrap md:justify-between">
          <h4 className="min-w-0 text-base font-semibold wrap-anywhere">{finding.title}</h4>
          <EvidenceLinks evidence={finding.evidence} />
        </div>
        <p className="text-soft mt-0.5 max-w-[62em] wrap-anywhere">{finding.why}</p>
        {finding.fix !== '' && <FixText text={finding.fix} />}
        <p className="text-soft mt-1.5 text-[13px]">
          {finding.refs.map((ref) => (
            <Fragment key={ref}>{ref} · </Fragment>
          ))}
          <Link href={`/findings/${finding.code}`} prefetch={false} className="font-mono">
            {finding.code}
          </Link>
        </p>
      </div>
    </li>
  );
}

function EvidenceLinks({ evidence }: { evidence: readonly Reference[] }) {
  const shown = evidence.slice(0, EVIDENCE_SHOWN);
  const more = evidence.length - shown.length;
  return (
    <span className="text-soft text-[13px] md:max-w-[45%] md:shrink-0 md:text-right">
      {shown.map((reference, index) => (
        <Fragment key={printReference(reference)}>
          {index > 0 && ' · '}
          <a href={`#${evidenceAnchor(reference)}`} className="whitespace-nowrap">
            {evidenceWords(reference)}
          </a>
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`}
    </span>
  );
}
