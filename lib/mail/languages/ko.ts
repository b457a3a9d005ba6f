import type { Language } from './language';

export const KOREAN: Language = {
  failureSubjects: [/발송 실패|반송|전송 실패/u],
  failures: [/배달(?:하지|되지)|전송(?:하지|되지|실패)/],
};
