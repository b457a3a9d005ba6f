import { type NextRequest, NextResponse } from 'next/server';
import { FORM_HEADER } from './lib/form-header';
import { contentSecurityPolicy } from './lib/server/http/csp';
import { privacyHeaders } from './lib/server/http/page-headers';

const isDevelopment = process.env.NODE_ENV === 'development';

/** Gives every page that Next draws its headers. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  // The page is loaded by the browser, which has followed a form to it.
  if (request.method === 'GET' && request.headers.has(FORM_HEADER))
    return new NextResponse(null, { status: 204 });
  const response = withPolicy(request);
  for (const [name, value] of Object.entries(privacyHeaders(pathname))) response.headers.set(name, value);
  return response;
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
