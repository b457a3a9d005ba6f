import { Fragment } from 'react';
import { printReference, type Reference } from '@/lib/report/reference';
import { evidenceAnchor, evidenceWords } from '@/lib/show/anchor';

/** More links to evidence than these say nothing new. */
const EVIDENCE_SHOWN = 4;

/** Where the proof stands on this page. */
export function EvidenceLinks({ evidence }: { evidence: readonly Reference[] }) {
  const shown = evidence.slice(0, EVIDENCE_SHOWN);
  const more = evidence.length - shown.length;
  return (
    <span className="text-soft text-note md:max-w-9/20 md:shrink-0 md:text-right">
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
