import { Advice } from './advice';
import { CopyButton } from './copy-button';

/** What to pass on to the person who asked. */
export function PlainWords({ text, className }: { text: string; className?: string }) {
  return (
    <Advice className={className ?? ''}>
      <p className="wrap-anywhere">{text}</p>
      <CopyButton quiet source={{ before: true }} label="Copy for the person who asked" />
    </Advice>
  );
}
