/** Whether what can be jumped to, by all its words, is what is typed: each piece of that stands somewhere in them. */
export function isMeant(words: string, typed: string): boolean {
  const all = words.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((piece) => all.includes(piece));
}

/** The domain in what is typed, which need not be a valid one; null when it has no dot. */
export function domainIn(typed: string): string | null {
  const domain = typed.trim().split('@').at(-1) ?? '';
  return domain.includes('.') && !/\s/.test(domain) ? domain : null;
}
