interface PolicyOptions {
  /** Of this answer, for inline scripts and styles; null for a page that has none. */
  nonce: string | null;
  /** React's development build needs `eval` for its error overlay. */
  isDevelopment: boolean;
}

/** What a page may load and run: our own origin, and what is inline with the nonce of this answer. */
export function contentSecurityPolicy({ nonce, isDevelopment }: PolicyOptions): string {
  const own = nonce === null ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${own}${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src ${own}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}
