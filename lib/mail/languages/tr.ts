import type { Language } from './language';

export const TURKISH: Language = {
  failureSubjects: [/teslim edilemedi/i],
  failures: [],
};
