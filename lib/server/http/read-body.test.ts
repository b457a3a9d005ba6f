import { expect, test } from 'vitest';
import { readBody } from './read-body';

const MOST = 10;
const ARRIVAL_MS = 200;
const PIECE = 4;

interface Way {
  everyMs?: number;
  headers?: Record<string, string>;
  take?: (octets: number) => Promise<void>;
}

/** Reads a body of so many pieces, one every so many milliseconds: how that ends, and how many pieces were asked for. */
async function reading(pieces: number, { everyMs = 0, headers = {}, take }: Way = {}) {
  let asked = 0;
  const source = {
    async pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      if (asked++ === pieces) return controller.close();
      if (everyMs > 0) await new Promise((go) => setTimeout(go, everyMs));
      controller.enqueue(new Uint8Array(PIECE));
    },
  };
  const body = new ReadableStream(source, { highWaterMark: 0 });
  const init = { method: 'POST', body, headers, duplex: 'half' };
  const bounds = { most: MOST, arrivalMs: ARRIVAL_MS, tooLarge: 'At most ten.', ...(take && { take }) };
  const read = readBody(new Request('http://mxproof.test/', init), bounds).then(
    (kept) => kept.length,
    (problem: unknown) => problem,
  );
  return { ended: await read, asked };
}

const hours = () => new Promise<void>(() => undefined);

test.each<[string, number, Way, { code: string; say: string }, number]>([
  [
    'too much by what it says of itself: nothing is read',
    9,
    { headers: { 'content-length': '11' } },
    { code: 'too-large', say: 'At most ten.' },
    0,
  ],
  [
    'too much, and says nothing: no further than the limit',
    9,
    {},
    { code: 'too-large', say: 'At most ten.' },
    3,
  ],
  [
    'too much, and says that it is little',
    9,
    { headers: { 'content-length': '1' } },
    { code: 'too-large', say: 'At most ten.' },
    3,
  ],
  ['slow', 2, { everyMs: 150 }, { code: 'too-slow', say: 'The body did not arrive within 0.2 s.' }, 2],
  [
    'no room in time',
    2,
    { take: hours },
    {
      code: 'too-many-reports',
      say: 'Others are handing over as much as there is room for; try again in 30 s.',
    },
    1,
  ],
])('%s', async (_, pieces, way, problem, asked) => {
  expect(await reading(pieces, way)).toMatchObject({ ended: problem, asked });
});

test('room is asked for piece by piece; what fits is read', async () => {
  const taken: number[] = [];
  const take = (octets: number) => {
    taken.push(octets);
    return Promise.resolve();
  };
  expect(await reading(2, { take })).toMatchObject({ ended: 2 });
  expect(taken).toEqual([PIECE, PIECE]);
});

test('no body at all', async () => {
  const read = readBody(new Request('http://mxproof.test/'), { most: 1, arrivalMs: 1, tooLarge: '' });
  expect(await read).toEqual([]);
});
