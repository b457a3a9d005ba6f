/** Sentences one after the other; an empty one is none. */
export function sentences(...all: readonly string[]): string {
  return all.filter((one) => one !== '').join(' ');
}
