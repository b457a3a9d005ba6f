import type { Language } from './language';

export const CZECH: Language = {
  failureSubjects: [/nedoručiteln/iu],
  failures: [],
};
