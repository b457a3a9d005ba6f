/** Pages whose link is the permission to read them, and lists of them. */
const PRIVATE = /^\/(?:checks?|compare|verify|message|address|bounce|feedback|domain|notes|search)(?:\/|$)/;

/** Pages whose address says more than others may know: no click on them tells where it came from. */
const UNTOLD = /^\/(?:check\/|compare$)/;

/** What keeps the address of a page to those who have it; `pathname` without a query. */
export function privacyHeaders(pathname: string): Record<string, string> {
  return {
    ...(PRIVATE.test(pathname) && { 'x-robots-tag': 'noindex, nofollow' }),
    ...(UNTOLD.test(pathname) && { 'referrer-policy': 'no-referrer' }),
  };
}
