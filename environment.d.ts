declare namespace NodeJS {
  interface ProcessEnv {
    /** Written into the build (`lib/own-link.ts`). */
    readonly MXPROOF_BASE_PATH?: string;
  }
}
