import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { ownLink } from '@/lib/own-link';

/**
 * Leads whoever sent a form to a page of ours, by its path. React finds it below the base path by itself; where a browser has sent the
 * form, Next answers with the path as it is given.
 */
export async function leadTo(path: string): Promise<never> {
  const isSentByReact = (await headers()).has('next-action');
  redirect(isSentByReact ? path : ownLink(path));
}
