import { isIpv6 } from '@/lib/ip-family';
import { ownLink } from '@/lib/own-link';
import type { NextApiRequest } from 'next';
import type { SignInWay } from '../accounts/accounts';
import { env } from '../config/env';
import { requestId } from '../config/request-id';
import { DRAW_HEADER, ownValue, REQUEST_HEADER } from '../front/own-header';
import type { Caller } from '../verbs/caller';
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
export function requestCaller({ headers }: Pick<NextApiRequest, 'headers'>): Promise<Caller> {
  return callerOf({ get: (name) => [headers[name] ?? null].flat()[0] ?? null });
}

/** The drawing for everybody who may do the same and has chosen this theme. */
export async function commonDrawing(path: string, request: NextApiRequest): Promise<Drawing> {
  const [{ rights }, signIn] = [await requestCaller(request), await signInWay()];
  return { path, theme: themeOf(request), signIn, caller: { ...EVERYBODY, rights } };
}

/** The drawing for whoever has sent this request. */
export async function ownDrawing(path: string, request: NextApiRequest): Promise<Drawing> {
  const [caller, signIn] = [await requestCaller(request), await signInWay()];
  return { path, theme: themeOf(request), signIn, caller };
}

/** The drawing for somebody of whom nothing is asked: it may be just that what cannot be told. */
export function plainDrawing(path: string, request: NextApiRequest): Drawing {
  return { path, theme: themeOf(request), signIn: 'none', caller: { ...EVERYBODY, rights: [] } };
}

const EVERYBODY = { who: null, account: null, ip: 'everybody' };

function themeOf({ headers }: NextApiRequest): Drawing['theme'] {
  const theme = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  return theme === 'light' || theme === 'dark' ? theme : null;
}

/** Where a server that listens everywhere answers itself: a machine may have one of the families alone. */
const EVERYWHERE: Readonly<Record<string, readonly string[]>> = {
  '0.0.0.0': ['127.0.0.1'],
  '::': ['::1', '127.0.0.1'],
};

/**
 * The page as Next draws it; `key` is of the open drawing. Asks this process itself; never the name by which a stranger has
 * asked for the page. Rejects when this server does not answer itself.
 */
export async function draw({ path, theme, caller }: Drawing, key: string): Promise<Response> {
  const { host, port } = env();
  let failure: unknown;
  for (const name of EVERYWHERE[host] ?? [host])
    try {
      return await fetch(`http://${isIpv6(name) ? `[${name}]` : name}:${port}${ownLink(path)}`, {
        redirect: 'manual',
        headers: {
          [DRAW_HEADER]: ownValue({ caller, key } satisfies Drawn),
          [REQUEST_HEADER]: requestId() ?? '',
          'accept-encoding': 'identity',
          ...(theme !== null && { cookie: `theme=${theme}` }),
        },
      });
    } catch (error) {
      failure = error;
    }
  throw failure;
}
