import type { Place, Reference } from '@/lib/report/reference';

/** The place on the check page that a reference points at. */
export function evidenceAnchor(reference: Reference): string {
  switch (reference.at) {
    case 'dns':
      return stepAnchor(reference.n);
    case 'session':
      return reference.line === null ? `smtp-${reference.n}` : `smtp-${reference.n}-${reference.line}`;
    default:
      return PLACES[reference.at].anchor;
  }
}

/** The step of the trace with this number. */
function stepAnchor(n: number): string {
  return `dns-${n}`;
}

const PLACES: Readonly<Record<Place, { anchor: string; words: string }>> = {
  route: { anchor: 'chain', words: 'the route' },
  target: { anchor: 'verdict', words: 'the target' },
  vantage: { anchor: 'proof', words: 'who we are' },
  limits: { anchor: 'proof', words: 'the limits' },
  status: { anchor: 'proof', words: 'how it ended' },
};

/** What the link says: `query 12`, `session 2`, `session 2, line 5`. */
export function evidenceWords(reference: Reference): string {
  switch (reference.at) {
    case 'dns':
      return `query ${reference.n}`;
    case 'session':
      return reference.line === null
        ? `session ${reference.n}`
        : `session ${reference.n}, line ${reference.line}`;
    default:
      return PLACES[reference.at].words;
  }
}
