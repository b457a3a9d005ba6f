import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import Link from 'next/link';
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

/** Leads to another page. */
export function PageButton({ main = false, className, ...link }: Look & ComponentProps<typeof Link>) {
  return <Link prefetch={false} className={clsx(buttonLook({ main }), className)} {...link} />;
}

interface AnchorButtonProps extends Look, ComponentProps<'a'> {
  /** A path of ours, as in a `Link`. */
  href: string;
}

/** Leads to what is no page of ours: a file, an answer of the API, or the start when everything else is gone. */
export function AnchorButton({ main = false, className, href, ...anchor }: AnchorButtonProps) {
  return <a className={clsx(buttonLook({ main }), className)} href={ownLink(href)} {...anchor} />;
}
