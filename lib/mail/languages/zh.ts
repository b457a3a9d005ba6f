import type { Language } from './language';

export const CHINESE: Language = {
  failureSubjects: [/退信|退回|投递失败|无法投递|無法傳遞|無法投遞|未送达/u],
  failures: [/退回|退信|无法(?:送达|投递|发送)|無法(?:送達|投遞|傳送)|投递失败/],
};
