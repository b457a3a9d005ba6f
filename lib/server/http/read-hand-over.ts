import { AppProblem } from '@/lib/problem';
import { shared } from '../engine/thread/shared-memory';
import type { RoomShare } from '../engine/memory-room';
import { isForm } from './form';
import { readBody } from './read-body';

/** What may be handed over at a place. */
export interface HandOver {
  /** Octets. */
  most: number;
  /** The field of a form in which it may be pasted; a file is in `file`. */
  field: string;
  /** Said to whoever hands over more. */
  tooLarge: string;
}

/** A message or an mbox. */
export const MAILS: HandOver = {
  most: 25 * 1024 * 1024,
  field: 'message',
  tooLarge:
    'A message may have at most 25 MB. Its beginning is enough: what matters stands before the returned message.',
};

/** A message whose every octet counts. */
export const MESSAGES: HandOver = {
  most: 25 * 1024 * 1024,
  field: 'message',
  tooLarge: 'A message may have at most 25 MB: what is cut off cannot be verified. Nothing of it was read.',
};

/** A report; the greatest that a check can make has 25 MB, and 3 MB of captures. */
export const REPORTS: HandOver = {
  most: 28 * 1024 * 1024,
  field: 'report',
  tooLarge: 'A report may have at most 28 MB; none that mxproof makes is larger. Nothing of it was read.',
};

/** What a form puts around it. */
const MAX_FORM_OCTETS = 64 * 1024;

/** Milliseconds in which it has to arrive: 25 MB over a line of 4 Mbit/s. What has come takes room from others. */
const ARRIVAL_MS = 60_000;

/**
 * What was handed over, in memory that threads share: the body, or what is in a form. Nothing is read for which there
 * is no room. Throws `too-large`, `too-slow`, `too-many-reports`, and `request-invalid` for what is no form.
 */
export async function readHandOver(
  request: Request,
  share: RoomShare,
  handOver: HandOver,
): Promise<SharedArrayBuffer> {
  const pieces = await readBody(request, {
    // Where it is a form, what is in it is measured again.
    most: handOver.most + (isForm(request) ? MAX_FORM_OCTETS : 0),
    arrivalMs: ARRIVAL_MS,
    tooLarge: handOver.tooLarge,
    take: (octets) => share.take(octets),
  });
  if (!isForm(request)) return shared(pieces);
  const body = new Uint8Array(Buffer.concat(pieces));
  return inForm(body, request.headers.get('content-type') ?? '', handOver);
}

/** What a form handed over: the file when there is one, else what was pasted. */
async function inForm(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  { most, field, tooLarge }: HandOver,
): Promise<SharedArrayBuffer> {
  let form: FormData;
  try {
    form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new AppProblem('request-invalid', { say: 'The form cannot be read.', cause });
  }
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    if (file.size > most) throw new AppProblem('too-large', { say: tooLarge });
    return shared([new Uint8Array(await file.arrayBuffer())]);
  }
  const pasted = form.get(field);
  return shared([Buffer.from(typeof pasted === 'string' ? pasted : '')]);
}
