import { Advice } from '@/components/ui/advice';
import { CopyButton } from '@/components/ui/copy-button';

/** What to do. The first line is words; the lines after it are the exact records or settings to paste. */
export function FixText({ text }: { text: string }) {
  const [words = '', ...rest] = text.split('\n');
  const exact = rest.join('\n').trim();
  return (
    <Advice wide className="mt-2">
      <p className="wrap-anywhere">{words}</p>
      {exact !== '' && (
        <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1">
          <pre className="bg-faint text-note rounded-sm px-2 py-1 font-mono wrap-anywhere whitespace-pre-wrap">
            {exact}
          </pre>
          <CopyButton quiet source={{ before: true }} label="Copy" />
        </div>
      )}
    </Advice>
  );
}
