/** A path of ours to come back to; the start for everything else. */
export function pathToReturnTo(text: string | null | undefined): string {
  return /^\/(?![/\\])[^\p{C}\s]*$/u.test(text ?? '') ? (text ?? '/') : '/';
}
