import type { Language } from './language';

export const DUTCH: Language = {
  failureSubjects: [/onbestelbaar|niet bezorgd|kan niet worden bezorgd/i],
  failures: [/niet (?:worden )?(?:afgeleverd|bezorgd)/i],
};
