import type { WayView } from '@/lib/message/message-view';
import { Code } from '@/components/ui/code';
import { Facts } from '@/components/ui/facts';
import { Panel, PanelNote, PanelRow } from '@/components/ui/panel';

const FOUND = { record: 'a record', none: 'none', several: 'several, so none', failed: 'no answer' } as const;

/** Where the policy was looked for, what it asks, and what is aligned. */
export function DmarcPart({ way: { dmarc } }: { way: WayView }) {
  if (dmarc === null) return <PanelNote>DMARC needs exactly one domain in From.</PanelNote>;
  const { domain, result, policy, applied, from, record, organizational, walk, alignments } = dmarc;
  return (
    <>
      <Panel>
        <Facts
          rows={[
            ['Result', result],
            ['Domain in From', domain],
            ['Organisation', organizational],
            ['Record', record && <Code>{record}</Code>],
            ['Stands at', from && `_dmarc.${from}`],
            [
              'Asks for',
              policy &&
                (applied === null || policy === applied ? policy : `${policy}, in test mode: ${applied}`),
            ],
          ]}
        />
      </Panel>
      <h3 className="mt-4 font-semibold">Tree walk (RFC 9989)</h3>
      <Panel as="ol" className="mt-2">
        {walk.map((step) => (
          <PanelRow key={step.domain} className="py-2 text-sm wrap-anywhere">
            <Code>_dmarc.{step.domain}</Code>: {FOUND[step.outcome]}
          </PanelRow>
        ))}
      </Panel>
      <h3 className="mt-4 font-semibold">Alignment</h3>
      {alignments.length === 0 ? (
        <p className="text-soft mt-1 text-sm">
          {policy === null
            ? 'Without a policy nothing is compared.'
            : 'Neither SPF nor DKIM passes, so there is nothing to compare.'}
        </p>
      ) : (
        <Panel as="ul" className="mt-2">
          {alignments.map(({ by, domain: proven, isAligned, isStrict, organizational: of }, n) => (
            <PanelRow key={n} className="py-2 text-sm wrap-anywhere">
              {by.toUpperCase()} of {proven}
              {of !== null && ` (organisation ${of})`}: {isAligned ? 'aligned' : 'not aligned'}
              {isStrict && ', by the strict rule'}
            </PanelRow>
          ))}
        </Panel>
      )}
    </>
  );
}
