import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { ownLink } from '@/lib/own-link';

interface Look {
  /** The one that most people come for. */
  main?: boolean;
}

/** The look of a button, for what is one by itself: a link past the header, a button that copies. */
export function buttonLook({ main = false }: Look = {}): string {
  return clsx('btn', main && 'btn-main');
}

/** Sends its form, unless it says otherwise. */
export function Button({ main = false, className, ...button }: Look & ComponentProps<'button'>) {
  return <button className={clsx(buttonLook({ main }), className)} {...button} />;
}

interface AnchorButtonProps extends Look, ComponentProps<'a'> {
  /** A path of ours. */
  href: string;
}

/** Leads to another page, to a file or to an answer of the API. */
export function AnchorButton({ main = false, className, href, ...anchor }: AnchorButtonProps) {
  return <a className={clsx(buttonLook({ main }), className)} href={ownLink(href)} {...anchor} />;
}
