import type { FixRecord } from '@/lib/report/finding';
import { fixForms } from '@/lib/show/fix-forms';
import { Advice } from '@/components/ui/advice';
import { CopyButton } from '@/components/ui/copy-button';
import { Fold } from '@/components/ui/fold';

interface FixTextProps {
  text: string;
  /** The records among its lines, for tools. */
  records?: readonly FixRecord[] | undefined;
}

/** What to do. The first line is words; the lines after it are the exact records or settings to paste. */
export function FixText({ text, records = [] }: FixTextProps) {
  const [words = '', ...rest] = text.split('\n');
  const exact = rest.join('\n').trim();
  return (
    <Advice wide className="mt-2">
      <p className="wrap-anywhere">{words}</p>
      {exact !== '' && <Exact text={exact} />}
      {records.length > 0 && (
        <Fold
          className="screen-only mt-1.5"
          summary={<span className="text-note">For DNSControl, nsupdate</span>}
        >
          {fixForms(records).map(({ tool, text: lines }) => (
            <div key={tool} className="mt-1.5">
              <p className="text-soft text-note">{tool}</p>
              <Exact text={lines} />
            </div>
          ))}
        </Fold>
      )}
    </Advice>
  );
}

function Exact({ text }: { text: string }) {
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1">
      <pre className="bg-faint text-note rounded-sm px-2 py-1 font-mono wrap-anywhere whitespace-pre-wrap">
        {text}
      </pre>
      <CopyButton quiet source={{ before: true }} label="Copy" />
    </div>
  );
}
