import { CopyButton } from './copy-button';
import { Panel } from './panel';

interface MadeOnceProps {
  /** What it is, and that it is not shown again. */
  about: string;
  text: string;
}

/** Something that is shown once. */
export function MadeOnce({ about, text }: MadeOnceProps) {
  return (
    <Panel as="p" role="status" className="grid gap-2 px-4.5 py-3 text-sm">
      <span>{about}</span>
      <code className="font-mono wrap-anywhere select-all">{text}</code>
      <span>
        <CopyButton source={{ text }} label="Copy" />
      </span>
    </Panel>
  );
}
