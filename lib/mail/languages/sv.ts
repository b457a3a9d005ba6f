import type { Language } from './language';

export const SWEDISH: Language = {
  failureSubjects: [/kunde inte levereras/i],
  failures: [/kunde inte levereras/i],
};
