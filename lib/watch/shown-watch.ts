import type { Watch } from './watch';

/** A watch as pages show it. */
export type ShownWatch = Omit<Watch, 'receivers'> & {
  domainUnicode: string;
  /** Names of those who are told. */
  receivers: string[];
};
