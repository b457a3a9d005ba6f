import { AppProblem } from '@/lib/problem';

/** Octets of what is handed over, a message or an mbox. */
const MAX_MESSAGE_OCTETS = 25 * 1024 * 1024;

/** What a form puts around it. */
const MAX_FORM_OCTETS = 64 * 1024;

/** Said to whoever hands over more. */
export const TOO_LARGE =
  'A message may have at most 25 MB. Its beginning is enough: what matters stands before the returned message.';

/** The body, no further than it may go; where it is a form, the message in it is measured again. Throws `too-large`. */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const most = MAX_MESSAGE_OCTETS + (isForm(request.headers.get('content-type') ?? '') ? MAX_FORM_OCTETS : 0);
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let octets = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    octets += next.value.length;
    if (octets > most) {
      await reader?.cancel();
      throw tooLarge();
    }
    pieces.push(next.value);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

function tooLarge(): AppProblem {
  return new AppProblem('too-large', { say: TOO_LARGE });
}

/** Whether a body is what the forms of the pages send. */
export function isForm(contentType: string): boolean {
  return /^multipart\/form-data\b/i.test(contentType);
}

/** What a form handed over: the file when there is one, else what was pasted. Throws `request-invalid`. */
export async function messageOf(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<Uint8Array> {
  if (!isForm(contentType)) return body;
  let form: FormData;
  try {
    form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new AppProblem('request-invalid', { say: 'The form cannot be read.', cause });
  }
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    if (file.size > MAX_MESSAGE_OCTETS) throw tooLarge();
    return new Uint8Array(await file.arrayBuffer());
  }
  const pasted = form.get('message');
  return Buffer.from(typeof pasted === 'string' ? pasted : '');
}
