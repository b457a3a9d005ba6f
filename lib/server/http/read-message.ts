import { AppProblem } from '@/lib/problem';
import { shared } from '../engine/mail-reader/shared-memory';
import type { RoomShare } from '../engine/memory-room';
import { isForm } from './form';
import { readBody } from './read-body';

/** Octets of what is handed over, a message or an mbox. */
const MAX_MESSAGE_OCTETS = 25 * 1024 * 1024;

/** What a form puts around it. */
const MAX_FORM_OCTETS = 64 * 1024;

/** Milliseconds in which it has to arrive: 25 MB over a line of 4 Mbit/s. What has come takes room from others. */
const ARRIVAL_MS = 60_000;

/** Said to whoever hands over more. */
export const TOO_LARGE =
  'A message may have at most 25 MB. Its beginning is enough: what matters stands before the returned message.';

/**
 * What was handed over, in memory that threads share: the body, or the message in a form. Nothing is read for which there
 * is no room. Throws `too-large`, `too-slow`, `too-many-reports`, and `request-invalid` for what is no form.
 */
export async function readMessage(request: Request, share: RoomShare): Promise<SharedArrayBuffer> {
  const pieces = await readBody(request, {
    // Where it is a form, the message in it is measured again.
    most: MAX_MESSAGE_OCTETS + (isForm(request) ? MAX_FORM_OCTETS : 0),
    arrivalMs: ARRIVAL_MS,
    tooLarge: TOO_LARGE,
    take: (octets) => share.take(octets),
  });
  if (!isForm(request)) return shared(pieces);
  return messageOf(new Uint8Array(Buffer.concat(pieces)), request.headers.get('content-type') ?? '');
}

/** What a form handed over: the file when there is one, else what was pasted. */
async function messageOf(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<SharedArrayBuffer> {
  let form: FormData;
  try {
    form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new AppProblem('request-invalid', { say: 'The form cannot be read.', cause });
  }
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    if (file.size > MAX_MESSAGE_OCTETS) throw tooLarge();
    return shared([new Uint8Array(await file.arrayBuffer())]);
  }
  const pasted = form.get('message');
  return shared([Buffer.from(typeof pasted === 'string' ? pasted : '')]);
}

function tooLarge(): AppProblem {
  return new AppProblem('too-large', { say: TOO_LARGE });
}
