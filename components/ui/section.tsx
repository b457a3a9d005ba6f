import type { ReactNode } from 'react';

interface SectionProps {
  id: string;
  title: string;
  about?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a page with its small heading. */
export function Section({ id, title, about, aside, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-10">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={`${id}-title`} className="text-soft text-note tracking-caps font-semibold uppercase">
          {title}
        </h2>
        {about && <span className="text-soft text-note min-w-0 break-words">{about}</span>}
        {aside && <span className="ml-auto text-sm">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
