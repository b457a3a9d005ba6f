import type { Language } from './language';

export const HUNGARIAN: Language = {
  failureSubjects: [/kézbesíthetetlen/iu],
  failures: [],
};
