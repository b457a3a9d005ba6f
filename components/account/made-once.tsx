import { ownLink } from '@/lib/own-link';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel } from '@/components/ui/panel';

interface MadeOnceProps {
  /** What it is, and that it is not shown again. */
  about: string;
  text: string;
  /** Whether it is a path of this installation. */
  isLink?: boolean;
}

/** Something that is shown once. */
export function MadeOnce({ about, text, isLink = false }: MadeOnceProps) {
  return (
    <Panel as="p" role="status" className="grid gap-2 px-4.5 py-3 text-sm">
      <span>{about}</span>
      <code className="font-mono wrap-anywhere select-all">{isLink ? ownLink(text) : text}</code>
      <span>
        <CopyButton source={isLink ? { link: text } : { text }} label={isLink ? 'Copy link' : 'Copy'} />
      </span>
    </Panel>
  );
}
