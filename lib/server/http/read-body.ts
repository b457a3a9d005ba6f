import { AppProblem } from '@/lib/problem';

/** How far a body is read. */
export interface BodyBounds {
  /** Octets. */
  most: number;
  /** Milliseconds in which it has to be here, whole. */
  arrivalMs: number;
  /** Said to whoever sends more. */
  tooLarge: string;
  /** Resolves when there is room for a piece of so many octets; the next one is read only then. */
  take?: (octets: number) => Promise<void>;
}

/** Said when a body has waited so long for others that it is given up. */
const NO_ROOM = 'Others are handing over as much as there is room for; try again in 30 s.';
const NO_ROOM_SECONDS = 30;

/**
 * The body of a request in pieces, measured from its first octet: nothing is kept of what is too long, or too long on its way.
 * Whoever is answered meanwhile loses the connection with the answer (`problem-response.ts`), so that the rest is never read.
 * Throws `too-large`, `too-slow`, and `too-many-reports` where there was no room in time.
 */
export async function readBody(request: Request, bounds: BodyBounds): Promise<Uint8Array[]> {
  const { most, arrivalMs, take } = bounds;
  const tooLarge = () => new AppProblem('too-large', { say: bounds.tooLarge });
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
  const deadline = AbortSignal.timeout(arrivalMs);
  const reader = request.body?.getReader();
  const pieces: Uint8Array[] = [];
  let octets = 0;
  for (;;) {
    const next = await before(deadline, reader?.read(), () => tooSlow(arrivalMs));
    if (next?.value === undefined) return pieces;
    octets += next.value.length;
    if (octets > most) throw tooLarge();
    await before(deadline, take?.(next.value.length), noRoom);
    pieces.push(next.value);
  }
}

/** The value when it is there before the deadline; else throws the problem. */
async function before<T>(
  deadline: AbortSignal,
  value: Promise<T> | undefined,
  problem: () => AppProblem,
): Promise<T | undefined> {
  if (deadline.aborted) throw problem();
  const settled = new AbortController();
  const timeUp = new Promise<never>((_, reject) => {
    deadline.addEventListener('abort', () => reject(problem()), { signal: settled.signal });
  });
  try {
    return await Promise.race([value, timeUp]);
  } finally {
    settled.abort();
  }
}

function tooSlow(arrivalMs: number): AppProblem {
  return new AppProblem('too-slow', { say: `The body did not arrive within ${arrivalMs / 1000} s.` });
}

function noRoom(): AppProblem {
  return new AppProblem('too-many-reports', { say: NO_ROOM, retryAfterSeconds: NO_ROOM_SECONDS });
}
