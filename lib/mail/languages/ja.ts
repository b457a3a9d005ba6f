import type { Language } from './language';

export const JAPANESE: Language = {
  failureSubjects: [
    /配信(?:でき|エラー|不能|失敗)|配達(?:でき|不能|エラー)|送信(?:でき|エラー|失敗)|メールエラー|エラーメール|不達|返送/u,
  ],
  failures: [/(?:配信|配達|送信|送付|お届け)[^。]{0,20}(?:でき|ません|失敗|エラー|不能)/],
};
