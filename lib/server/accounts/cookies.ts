import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';

/** A cookie that a browser is to keep, or to forget. */
export interface Cookie {
  name: string;
  /** As it is before it is written down for the header. */
  value: string;
  options: ReturnType<typeof toCookieOptions>;
}

/** The cookies that an answer of better-auth sets. */
export function cookiesOf(headers: Headers): Cookie[] {
  return headers
    .getSetCookie()
    .flatMap((line) => [...parseSetCookieHeader(line)])
    .map(([name, attributes]) => ({ name, value: attributes.value, options: toCookieOptions(attributes) }));
}
