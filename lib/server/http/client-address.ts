/**
 * Who asks: the last entry of `X-Forwarded-For`, which the nearest proxy has written, or Next itself from the socket.
 * It only serves to count requests, since someone who talks to us directly may write what they like.
 */
export function clientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}
