import { clsx } from 'clsx';
import { Copy } from 'lucide-react';

type CopySource = { text: string } | { from: string } | { page: true };

interface CopyButtonProps {
  /** The text itself, an address to fetch it from, or the address of the page. */
  source: CopySource;
  label: string;
  quiet?: boolean;
  main?: boolean;
}

/** A button that copies. It has no script of its own: `PageKeys` in the layout listens for all of them. */
export function CopyButton({ source, label, quiet = false, main = false }: CopyButtonProps) {
  const look = quiet
    ? 'inline-flex items-center gap-1.5 text-link hover:underline'
    : clsx('btn', main && 'btn-main');
  return (
    <button type="button" className={clsx('needs-script screen-only', look)} {...dataOf(source)}>
      <Copy aria-hidden size={quiet ? 13 : 15} />
      <span>{label}</span>
    </button>
  );
}

function dataOf(source: CopySource): Record<`data-copy-${string}`, string> {
  if ('text' in source) return { 'data-copy-text': source.text };
  return 'from' in source ? { 'data-copy-from': source.from } : { 'data-copy-page': '' };
}
