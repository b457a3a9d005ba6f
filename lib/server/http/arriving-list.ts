import { MAX_LIST_OCTETS } from '@/lib/batch/limits';
import { AppProblem } from '@/lib/problem';
import type { RoomShare } from '../engine/memory-room';
import { AboutBatch, type ArrivedBatch, StartBatch } from '../verbs/batch-input';
import { isForm } from './form';
import type { RequestBody } from './input';
import { named } from './named';
import { type BodyBounds, readBody } from './read-body';
import { validate } from './validate';

/** Milliseconds in which a list has to arrive: 16 MB over a line of 4 Mbit/s take half a minute. */
const ARRIVAL_MS = 60_000;

/** Octets of a list as JSON, which is read at once: 100,000 targets have some 3 MB. */
const MAX_JSON_OCTETS = 8 * 1024 * 1024;

/** What a form puts around a list. */
const MAX_FORM_OCTETS = 64 * 1024;

const MB = 1024 * 1024;

/** What a body says itself outranks what its address says. */
interface ArrivingList {
  arrive(share: RoomShare): Promise<ArrivedBatch | Pick<ArrivedBatch, 'list'>>;
}

/** A list of targets as text, as JSON, or the form of the page with it. Nothing is read for which there is no room. */
export const LIST: RequestBody<ArrivingList> = {
  content: { 'application/json': named('StartBatch', StartBatch), 'text/csv': null, 'text/plain': null },
  problems: ['request-invalid', 'type-not-taken', 'too-large', 'too-slow', 'too-many-reports'],
  read: (request) => {
    const read = readerOf(request);
    return Promise.resolve({ arrive: (share) => read(request, share) });
  },
};

type Reader = (request: Request, share: RoomShare) => ReturnType<ArrivingList['arrive']>;

/** Throws `type-not-taken`. */
function readerOf(request: Request): Reader {
  if (isForm(request)) return readForm;
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';', 1);
  if (/^\s*application\/json\s*$/i.test(type)) return readJson;
  if (/^\s*text\/(?:csv|plain|tab-separated-values)\s*$/i.test(type)) return readText;
  throw new AppProblem('type-not-taken', {
    say: 'The body must be text/csv, text/plain or application/json, and say so.',
  });
}

const readText: Reader = async (request, share) => ({
  list: Buffer.concat(await readBody(request, bounds(MAX_LIST_OCTETS, share))),
});

const readJson: Reader = async (request, share) => {
  const body = Buffer.concat(await readBody(request, bounds(MAX_JSON_OCTETS, share)));
  const { targets: list, ...about } = validate(StartBatch, parsed(body));
  return { ...about, list };
};

/** The file where there is one, else what was pasted. */
const readForm: Reader = async (request, share) => {
  const body = Buffer.concat(await readBody(request, bounds(MAX_LIST_OCTETS + MAX_FORM_OCTETS, share)));
  const form = await formIn(body, request.headers.get('content-type') ?? '');
  const about = validate(AboutBatch, {
    name: form.get('name') ?? '',
    ...(form.has('depth') && { depth: form.get('depth') }),
  });
  const file = form.get('file');
  if (file instanceof File && file.size > 0)
    return { ...about, list: new Uint8Array(await file.arrayBuffer()) };
  const pasted = form.get('list');
  return { ...about, list: Buffer.from(typeof pasted === 'string' ? pasted : '') };
};

function bounds(most: number, share: RoomShare): BodyBounds {
  return {
    most,
    arrivalMs: ARRIVAL_MS,
    tooLarge: `A list may have at most ${Math.floor(most / MB)} MB. Nothing of it was started; cut it into several.`,
    take: (octets) => share.take(octets),
  };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch (cause) {
    throw new AppProblem('request-invalid', { say: 'The body is not JSON.', cause });
  }
}

async function formIn(body: Buffer<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new AppProblem('request-invalid', { say: 'The form cannot be read.', cause });
  }
}
