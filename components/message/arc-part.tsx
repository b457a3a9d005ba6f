import type { ArcView } from '@/lib/message/view';
import { arcWords } from '@/lib/show/signature-words';
import { Panel, PanelRow } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';

/** The chain of those who have handed the message on, and what each found out. */
export function ArcPart({ arc }: { arc: ArcView }) {
  return (
    <Section id="arc" title="ARC">
      <p className="max-w-text flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Tag tone={arc.cv === 'pass' ? 'good' : arc.cv === 'fail' ? 'bad' : 'unknown'} icon>
          cv={arc.cv}
        </Tag>
        <span className="min-w-0 wrap-anywhere">{arcWords(arc)}</span>
      </p>
      {arc.sets.length > 0 && (
        <Panel as="ol" className="mt-3">
          {arc.sets.map(({ instance, domain, cv, results, message, seal }) => (
            <PanelRow key={instance} className="py-3">
              <h3 className="font-semibold wrap-anywhere">
                Set {instance}: {domain}
              </h3>
              <p className="text-soft text-sm">
                cv={cv}, signature {message?.result}, seal {seal?.result}
              </p>
              <p className="text-soft font-mono text-sm wrap-anywhere">{results}</p>
            </PanelRow>
          ))}
        </Panel>
      )}
    </Section>
  );
}
