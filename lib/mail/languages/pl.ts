import type { Language } from './language';

export const POLISH: Language = {
  failureSubjects: [/niedostarczaln|nie dostarczono/i],
  failures: [],
};
