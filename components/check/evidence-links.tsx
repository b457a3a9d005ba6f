import { Fragment } from 'react';
import { printReference, type Reference } from '@/lib/report/reference';
import { evidenceAnchor, evidenceWords } from '@/lib/show/anchor';

/** More links to evidence than these say nothing new. */
const EVIDENCE_SHOWN = 4;

interface EvidenceLinksProps {
  evidence: readonly Reference[];
  /** The page of the check, on another one. */
  page?: string | undefined;
}

/** Where the proof stands on the page of the check. */
export function EvidenceLinks({ evidence, page = '' }: EvidenceLinksProps) {
  const shown = evidence.slice(0, EVIDENCE_SHOWN);
  const more = evidence.length - shown.length;
  return (
    <span className="text-soft text-note md:max-w-9/20 md:shrink-0 md:text-right">
      {shown.map((reference, index) => (
        <Fragment key={printReference(reference)}>
          {index > 0 && ' · '}
          <a href={`${page}#${evidenceAnchor(reference)}`} className="whitespace-nowrap">
            {evidenceWords(reference)}
          </a>
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`}
    </span>
  );
}
