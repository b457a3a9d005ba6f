import { clsx } from 'clsx';
import type { Report } from '@/lib/report/report';
import { isUnderWay } from '@/lib/show/decisive';
import { PAGE_PARTS, PART_WORD, partsOf } from '@/lib/show/page-parts';

/** The parts of the page, one press away; of a live page those that may come have their place already. */
export function JumpLinks({ report, live }: { report: Report; live: boolean }) {
  const there = partsOf(report);
  return (
    <nav aria-label="Parts of this page" className="screen-only jump-links">
      <ul>
        {(live ? PAGE_PARTS : there).map((part) => (
          <li key={part} className={clsx(!there.includes(part) && !isUnderWay(report) && 'invisible')}>
            {there.includes(part) ? (
              <a href={`#${part}`}>{PART_WORD[part]}</a>
            ) : (
              <span>{PART_WORD[part]}</span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
