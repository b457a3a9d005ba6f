/** Eight hexadecimal digits that tell texts apart (FNV-1a, 32 bits): by chance, two in four thousand million are alike. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const octet of new TextEncoder().encode(text)) hash = Math.imul(hash ^ octet, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
