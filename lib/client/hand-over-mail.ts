import { ownLink } from '@/lib/own-link';

/** Hands over a pasted message; the link of its page. Rejects with a sentence for the person. */
export async function handOverMail(message: string): Promise<string> {
  const answer = await fetch(ownLink('/api/bounces'), {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', accept: 'application/json' },
    body: message,
  });
  const body = (await answer.json()) as { url?: string; detail?: string; items?: unknown };
  if (!answer.ok) throw new Error(body.detail ?? 'The message could not be read.');
  return body.url ?? ownLink('/bounce');
}
