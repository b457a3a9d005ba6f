import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './lib/server/http/csp';

/** Pages whose link is the permission to read them. */
const BEHIND_LINK = /^\/(?:check|bounce|feedback)\/./;

/** Gives every page its policy; Next takes the nonce for its own scripts from the request's header. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  const { pathname } = request.nextUrl;
  if (BEHIND_LINK.test(pathname)) response.headers.set('x-robots-tag', 'noindex, nofollow');
  if (pathname.startsWith('/check/')) response.headers.set('referrer-policy', 'no-referrer');
  return response;
}

export const config = { matcher: '/((?!api/|_next/static|_next/image|icon.svg).*)' };
