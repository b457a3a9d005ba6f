import type { ComparedAspect, ComparedSection } from '@/lib/compare/comparison';
import { groupBy } from '@/lib/group-by';
import { alikeWords } from '@/lib/show/comparison-words';
import { Fold } from '@/components/ui/fold';
import { AspectTable } from './aspect-table';

/** Aspects of one kind that are drawn of one section; the API has them all. */
const MAX_DRAWN = 300;

interface SectionRowsProps {
  section: ComparedSection;
  /** Where several stand below each other without headings. */
  title?: string;
  /** Of the two that are compared. */
  names?: Names;
}

type Names = readonly [a: string, b: string];

const CHECKS: Names = ['First', 'Second'];

/** A section: what differs, and folded what only one of both has seen, and what is alike. */
export function SectionRows({ section, title, names = CHECKS }: SectionRowsProps) {
  const { different, oneSided, alike } = section;
  const lead = title === undefined ? '' : `${title}: `;
  return (
    <>
      {different.length > 0 && <Rows rows={different} names={names} />}
      {oneSided.length > 0 && (
        <Fold
          className="mt-2"
          summary={`${lead}${oneSided.length} ${oneSided.length === 1 ? 'thing' : 'things'} that only one of both has seen`}
        >
          <Rows rows={oneSided} names={names} />
        </Fold>
      )}
      {alike.length > 0 && (
        <Fold className="mt-2" summary={`${lead}${alikeWords(alike.length)}`}>
          <Rows rows={alike} names={names} areAlike />
        </Fold>
      )}
    </>
  );
}

interface RowsProps {
  rows: readonly ComparedAspect[];
  names: Names;
  areAlike?: boolean;
}

function Rows({ rows, names, areAlike = false }: RowsProps) {
  const drawn = rows.slice(0, MAX_DRAWN);
  const left = rows.length - drawn.length;
  return (
    <div className="mt-2 grid gap-2">
      {groupBy(drawn, ({ what, of }) => (what === 'findings.finding' ? '' : of)).map((group, n) => (
        <AspectTable
          key={group[0].of}
          of={group[0].what === 'findings.finding' ? '' : group[0].of}
          rows={group}
          areAlike={areAlike}
          names={names}
          isHeaded={n === 0}
        />
      ))}
      {left > 0 && <p className="text-soft text-sm">{left} more are in the answer of the API.</p>}
    </div>
  );
}
