import type { Language } from './language';

export const RUSSIAN: Language = {
  failureSubjects: [/недоставл|не доставл|ошибка доставки|возврат(?:а)? (?:почты|письма|сообщения)/iu],
  failures: [/не (?:было|может|могло|удалось|был)[^.!?]{0,60}(?:достав|отправ)|недостав|не достав/i],
};
