import { isIpv6 } from '@/lib/ip-family';
import type { NextApiRequest } from 'next';
import { env } from '../config/env';
import { DRAW_HEADER } from './frozen-paths';

/** What Next is to draw, for whom. */
export interface Drawing {
  /** With its query. */
  path: string;
  theme: 'light' | 'dark' | null;
  /** `X-Forwarded-For` of whoever asks, as it came; null for a page that is drawn for everybody. */
  forwardedFor: string | null;
}

/** The drawing for everybody who has chosen this theme. */
export function commonDrawing(path: string, { headers }: NextApiRequest): Drawing {
  const theme = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  return { path, theme: theme === 'light' || theme === 'dark' ? theme : null, forwardedFor: null };
}

/** The drawing for whoever has sent this request, who is counted as one that has asked. */
export function ownDrawing(path: string, request: NextApiRequest): Drawing {
  const forwardedFor = String(request.headers['x-forwarded-for'] ?? '') || null;
  return { ...commonDrawing(path, request), forwardedFor };
}

/**
 * The page as Next draws it; `key` is of the open drawing. Asks this process itself; never the name by which a stranger has asked for the page. Rejects
 * when this server does not answer itself.
 */
export function draw({ path, theme, forwardedFor }: Drawing, key: string): Promise<Response> {
  const { host, port } = env();
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return fetch(`http://${isIpv6(name) ? `[${name}]` : name}:${port}${path}`, {
    redirect: 'manual',
    headers: {
      [DRAW_HEADER]: key,
      'accept-encoding': 'identity',
      ...(theme !== null && { cookie: `theme=${theme}` }),
      ...(forwardedFor !== null && { 'x-forwarded-for': forwardedFor }),
    },
  });
}
