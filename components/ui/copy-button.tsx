import { clsx } from 'clsx';
import { Copy } from 'lucide-react';
import { buttonLook } from './button';
import { ownLink } from '@/lib/own-link';

/** The text itself, the path to fetch it from, the address of this page or of another one (its path), or the element just before the button. */
type CopySource = { text: string } | { from: string } | { page: true } | { link: string } | { before: true };

interface CopyButtonProps {
  source: CopySource;
  label: string;
  quiet?: boolean;
  main?: boolean;
}

/** A button that copies. It has no script of its own: `PageKeys` in the layout listens for all of them. */
export function CopyButton({ source, label, quiet = false, main = false }: CopyButtonProps) {
  const look = quiet ? 'text-link text-note hover:underline' : buttonLook({ main });
  return (
    <button type="button" className={clsx('needs-script screen-only', look)} {...dataOf(source)}>
      {!quiet && <Copy aria-hidden size={15} />}
      <span>{label}</span>
    </button>
  );
}

function dataOf(source: CopySource): Record<`data-copy-${string}`, string> {
  if ('text' in source) return { 'data-copy-text': source.text };
  if ('from' in source) return { 'data-copy-from': ownLink(source.from) };
  if ('link' in source) return { 'data-copy-link': ownLink(source.link) };
  return 'page' in source ? { 'data-copy-page': '' } : { 'data-copy-before': '' };
}
