/**
 * A path, or query, whose escapes are no UTF-8 is the name of nothing: its signs are taken as they stand, so that it is found
 * missing like any other, where decoding it would fail.
 */
export function decodable(url: string): string {
  const mark = url.indexOf('?');
  if (mark === -1) return literal(url);
  return `${literal(url.slice(0, mark))}?${literal(url.slice(mark + 1))}`;
}

function literal(part: string): string {
  try {
    decodeURIComponent(part);
    return part;
  } catch {
    return part.replaceAll('%', '%25');
  }
}
