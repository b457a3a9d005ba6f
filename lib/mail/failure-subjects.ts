/** Subjects under which mail systems tell of failures and delays, language by language. */
const SUBJECTS: readonly RegExp[] = [
  /\b(?:undeliver|non-?deliver|nondeliver|not delivered|could not be (?:delivered|sent)|unable to deliver|returned (?:\w{1,12} )?(?:mail|message|e-?mail)|returned to sender|return(?:ed)? .{0,20}to sender|returning (?:mail|message))/i,
  /\bdeliver(?:y|ed)?\b.{0,40}\b(?:fail|status|problem|error|unsuccessful|delayed|notification|incomplete|report)/i,
  /\b(?:fail(?:ed|ure)|error|problem)\b.{0,40}\b(?:deliver|mail|notice|message)|\bmail (?:failure|failed|delivery|system error|error|quarantined|blocked|undeliverable)\b/i,
  /\b(?:user|host|recipient|address) unknown\b|\bunknown (?:user|recipient|address)\b|message (?:status|you sent blocked|delayed)|permanent delivery|warning: (?:could not|message)|\bbounced?\b|^smtp error|\bmail failed\b/i,
  /unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|fehler bei der nachrichtenzustellung|nicht (?:zugestellt|übermittelt)|zustellungsfehler|zustellbenachrichtigung/i,
  /non[- ]?(?:remis|distribu|délivr)|échec (?:de (?:la )?)?(?:remise|livraison|distribution)|notification d'état de remise|courrier non/iu,
  /no se (?:puede|pudo|ha podido) entregar|no entregad|error de entrega|correo (?:devuelto|no entregado)|notificaci[oó]n de estado de entrega|fallo (?:de|en la) entrega/iu,
  /manca(?:to|ta) (?:recapito|consegna)|non (?:recapitat|consegnat)|notifica (?:dello )?stato (?:del )?recapito|messaggio non/i,
  /onbestelbaar|niet bezorgd|kan niet worden bezorgd|não (?:foi )?entreg|falha (?:na|de) entrega|oleverer|olevereret|kunde inte levereras|kézbesíthetetlen|nedoručiteln|niedostarczaln|nie dostarczono|teslim edilemedi/iu,
  /недоставл|не доставл|ошибка доставки|возврат(?:а)? (?:почты|письма|сообщения)/iu,
  /配信(?:でき|エラー|不能|失敗)|配達(?:でき|不能|エラー)|送信(?:でき|エラー|失敗)|メールエラー|エラーメール|不達|返送|退信|退回|投递失败|无法投递|無法傳遞|無法投遞|未送达|발송 실패|반송|전송 실패/u,
];

/** Whether a subject tells of a mail that was not delivered. */
export function isFailureSubject(subject: string): boolean {
  const short = subject.slice(0, 400).replace(/["“][^"”]{0,200}["”]/g, ' '); // what is quoted is another's
  return SUBJECTS.some((pattern) => pattern.test(short));
}
