import type { Language } from './language';

export const ENGLISH: Language = {
  failureSubjects: [
    /\b(?:undeliver|non-?deliver|nondeliver|not delivered|could not be (?:delivered|sent)|unable to deliver|returned (?:\w{1,12} )?(?:mail|message|e-?mail)|returned to sender|return(?:ed)? .{0,20}to sender|returning (?:mail|message))/i,
    /\bdeliver(?:y|ed)?\b.{0,40}\b(?:fail|status|problem|error|unsuccessful|delayed|notification|incomplete|report)/i,
    /\b(?:fail(?:ed|ure)|error|problem)\b.{0,40}\b(?:deliver|mail|notice|message)|\bmail (?:failure|failed|delivery|system error|error|quarantined|blocked|undeliverable)\b/i,
    /\b(?:user|host|recipient|address) unknown\b|\bunknown (?:user|recipient|address)\b|message (?:status|you sent blocked|delayed)|permanent delivery|warning: (?:could not|message)|\bbounced?\b|^smtp error|\bmail failed\b/i,
  ],
  failures: [
    /\b(?:e-?mails?|messages?|mail)\b(?:[^.!?]|\.(?=\S)){0,160}?\b(?:could ?n[o']t|can ?not|can't|was not|wasn't|were not|weren't|has not been|hasn't been|not been|did not|failed|undeliver\w*|reject\w*|returned|bounced|blocked|delayed|refused)\b/i,
    /\bundeliver\w+/i,
    /\b(?:unable|not able|could not|cannot|failed|failure|impossible|error) (?:to|in|while|during)?\s?(?:deliver|send|relay|sending|delivering)/i,
    /\bdelivery\b(?:[^.!?]|\.(?=\S)){0,80}\b(?:fail|abort|delay|postpone|problem|unsuccessful|impossible|error)/i,
    /\b(?:unknown|invalid|nonexistent|no such|not a valid) (?:(?:local|final delivery) )?(?:user|userid|recipient|mailbox|address)|\b(?:user|mailbox|recipient|address) (?:is )?(?:unknown|not found|full|disabled)|mailbox (?:is full|exceeds)/i,
    /\b(?:<<<|>>>)\s|\bsaid: [45]\d\d\b|\bSMTP error from (?:the )?remote\b/,
    /\bconsidered (?:as |to be )?(?:unsolicited|spam|bulk)/i,
  ],
  automaticReplies:
    /^(?:auto(?:matic|mated|-)? ?(?:reply|response)|out of (?:the )?office|away from|vacation|on (?:leave|holiday)|ticket received|auto:|(?:accepted|declined|tentative): )/i,
  forwarded: /(?:forwarded|original) message/i,
};
