/** What kind of thing was asked for; never what was asked for. */
export type RouteClass = 'page' | 'check' | 'mail' | 'api' | 'stream' | 'file' | 'probe';

/** The server and what Next has bundled are apart, so what they share hangs on `globalThis`. */
const SHARED = Symbol.for('mxproof.answered');

interface Answered {
  route: RouteClass;
  status: number;
  count: number;
}

function counts(): Map<string, Answered> {
  const shared = globalThis as typeof globalThis & { [SHARED]?: Map<string, Answered> | undefined };
  return (shared[SHARED] ??= new Map<string, Answered>());
}

const CLASSES: readonly (readonly [RouteClass, RegExp])[] = [
  ['stream', /^\/api\/checks\/[^/]+\/events$/],
  ['probe', /^\/(?:metrics|api\/health)$/],
  ['api', /^\/api\//],
  ['check', /^\/check\//],
  ['mail', /^\/(?:bounce|feedback)\//],
  ['file', /^\/(?:_next\/|icon\.svg$|favicon\.ico$)/],
];

/** Of a path of ours, with or without a query. */
export function routeClass(path: string): RouteClass {
  const [name = ''] = path.split('?', 1);
  return CLASSES.find(([, pattern]) => pattern.test(name))?.[0] ?? 'page';
}

/** Counts an answer to a request from outside. */
export function countAnswer(route: RouteClass, status: number): void {
  const key = `${route} ${status}`;
  const { count } = counts().get(key) ?? { count: 0 };
  counts().set(key, { route, status, count: count + 1 });
}

/** Since the process has begun. */
export function answeredSoFar(): readonly Answered[] {
  return [...counts().values()];
}
