/**
 * What a page may load and run: our own origin, and inline scripts with the nonce of this answer. React's development
 * build needs `eval` for its error overlay.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const script = `'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ''}`;
  return [
    "default-src 'self'",
    `script-src ${script}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}
