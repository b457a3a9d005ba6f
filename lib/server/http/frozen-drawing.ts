import { ownLink } from '@/lib/own-link';
import type { SignInWay } from '../accounts/way';
import { requestId } from '../config/request-id';
import { ownDoor } from '../front/own-door';
import { DRAW_HEADER, ownValue, REQUEST_HEADER } from '../front/own-header';
import type { Caller } from '../verbs/caller';
import type { PageRequest } from '../front/page-desk';
import { callerOf, type Drawn } from './caller-of';
import { signInWay } from './sign-in-way';

/** What Next is to draw, for whom. */
export interface Drawing {
  /** With its query. */
  path: string;
  theme: 'light' | 'dark' | null;
  caller: Caller;
  /** How people sign in, which every page offers. */
  signIn: SignInWay;
}

/** Whoever has sent a request to a handler of `pages`. */
function requestCaller({ headers }: Pick<PageRequest, 'headers'>): Promise<Caller> {
  return callerOf({ get: (name) => [headers[name] ?? null].flat()[0] ?? null });
}

/** The drawing for whoever has sent this request. */
export async function drawingFor(path: string, request: PageRequest): Promise<Drawing> {
  const [caller, signIn] = [await requestCaller(request), await signInWay()];
  return { path, theme: themeOf(request), signIn, caller };
}

/** The drawing for somebody of whom nothing is asked: it may be just that what cannot be told. */
export function plainDrawing(path: string, request: PageRequest): Drawing {
  return { path, theme: themeOf(request), signIn: 'none', caller: { ...EVERYBODY, rights: [] } };
}

const EVERYBODY = { who: null, account: null, ip: 'everybody' };

function themeOf({ headers }: PageRequest): Drawing['theme'] {
  const theme = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  return theme === 'light' || theme === 'dark' ? theme : null;
}

/** The page as Next draws it; `key` is of the open drawing. Asks this process itself. */
export function draw({ path, theme, caller }: Drawing, key: string): Promise<Response> {
  return fetch(`${ownDoor()}${ownLink(path)}`, {
    redirect: 'manual',
    headers: {
      [DRAW_HEADER]: ownValue({ caller, key } satisfies Drawn),
      [REQUEST_HEADER]: requestId() ?? '',
      'accept-encoding': 'identity',
      ...(theme !== null && { cookie: `theme=${theme}` }),
    },
  });
}
