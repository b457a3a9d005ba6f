/** The part of tr46 that is used; the package brings no types. */
declare module 'tr46' {
  interface Options {
    checkBidi?: boolean;
    checkHyphens?: boolean;
    checkJoiners?: boolean;
    transitionalProcessing?: boolean;
    useSTD3ASCIIRules?: boolean;
    verifyDNSLength?: boolean;
  }
  /** A-labels; null when the name is not valid under these options. */
  export function toASCII(name: string, options?: Options): string | null;
  export function toUnicode(name: string, options?: Options): { domain: string; error: boolean };
}
