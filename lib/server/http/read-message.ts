import { AppProblem } from '@/lib/problem';
import { shared } from '../engine/mail-reader/shared-memory';
import type { RoomShare } from '../engine/memory-room';
import { isForm } from './form';

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
 * is no room. Throws `too-large`, and `request-invalid` for what does not come or is no form.
 */
export async function readMessage(request: Request, share: RoomShare): Promise<SharedArrayBuffer> {
  const pieces = await readPieces(request, share);
  if (!isForm(request)) return shared(pieces);
  return messageOf(new Uint8Array(Buffer.concat(pieces)), request.headers.get('content-type') ?? '');
}

/** The body, no further than it may go; where it is a form, the message in it is measured again. */
async function readPieces(request: Request, share: RoomShare): Promise<Uint8Array[]> {
  const most = MAX_MESSAGE_OCTETS + (isForm(request) ? MAX_FORM_OCTETS : 0);
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let octets = 0;
  const reader = request.body?.getReader();
  const deadline = AbortSignal.timeout(ARRIVAL_MS);
  deadline.addEventListener('abort', () => void reader?.cancel());
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    octets += next.value.length;
    if (octets > most) {
      await reader?.cancel();
      throw tooLarge();
    }
    await share.take(next.value.length);
    pieces.push(next.value);
  }
  if (deadline.aborted)
    throw new AppProblem('request-invalid', {
      say: `The message did not arrive within ${ARRIVAL_MS / 1000} s.`,
    });
  return pieces;
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
