import { type NextRequest, NextResponse } from 'next/server';
import { FORM_HEADER } from './lib/form-header';
import { contentSecurityPolicy } from './lib/server/http/csp';
import { DRAW_HEADER } from './lib/server/front/own-header';
import { isFrozenPath } from './lib/server/http/frozen-paths';

/** Pages whose link is the permission to read them, and lists of them. */
const PRIVATE = /^\/(?:checks?|compare|verify|message|address|bounce|feedback|domain|notes|search)(?:\/|$)/;

const isDevelopment = process.env.NODE_ENV === 'development';

/** Gives every page its headers. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  // The page is loaded by the browser, which has followed a form to it.
  if (request.method === 'GET' && request.headers.has(FORM_HEADER))
    return new NextResponse(null, { status: 204 });
  const response = isFrozen(request) ? NextResponse.next() : withPolicy(request);
  if (PRIVATE.test(pathname)) response.headers.set('x-robots-tag', 'noindex, nofollow');
  if (pathname.startsWith('/check/') || pathname === '/compare')
    response.headers.set('referrer-policy', 'no-referrer');
  return response;
}

/** Whether it goes to `pages/api/page.ts`, which gives its answers a policy of their own. */
function isFrozen({ method, headers, nextUrl }: NextRequest): boolean {
  const isRead = (method === 'GET' || method === 'HEAD') && !headers.has('content-type');
  return isRead && !isDevelopment && !headers.has(DRAW_HEADER) && isFrozenPath(nextUrl.pathname);
}

/** Next takes the nonce for its own scripts from the request's header. */
function withPolicy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy({ nonce, isDevelopment });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: '/((?!api/|_next/static|_next/image|icon.svg).*)' };
