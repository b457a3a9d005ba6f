import type { Language } from './language';

export const DANISH: Language = {
  failureSubjects: [/oleverer|olevereret/i],
  failures: [/kunne ikke leveres/i],
};
