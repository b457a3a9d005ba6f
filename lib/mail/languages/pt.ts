import type { Language } from './language';

export const PORTUGUESE: Language = {
  failureSubjects: [/não (?:foi )?entreg|falha (?:na|de) entrega/iu],
  failures: [/não (?:pôde|foi|pode)[^.!?]{0,60}entreg/i],
};
