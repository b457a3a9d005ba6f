import type { Watch } from './watch';

/** A watch as pages show it. */
export type ShownWatch = Watch & {
  domainUnicode: string;
  /** Names of those who are told. */
  told: string[];
};
