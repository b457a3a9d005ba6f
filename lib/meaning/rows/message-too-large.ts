import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** The message is too large. */
export const MESSAGE_TOO_LARGE = rowsOf('message-too-large', {
  size: [
    {
      id: 'too-large',
      pattern: either(
        /(?:message|mail|e-?mail|size|data|attachment|header|body)s?\b.{0,60}\b(?:too (?:big|large|long|heavy)|larger than|bigger than|oversized?|over ?size|size (?:limit|exceed\w*|restrict\w*|maximum|violation|too|is too|over)|exceed\w*.{0,40}(?:size|limit|maximum|max|length|bytes|allowed|mb\b|kb\b|restriction))/,
        near(['message', 'mail', 'size', 'data'], 50, [
          'too (?:big|large)',
          String.raw`(?<!\b(?:queue|trying|tries|been|host|it|down)\b.{0,20})too long`,
          String.raw`exceed(?:s|ed|ing)?\b.{0,40}(?:size|limit|maximum|fixed)`,
        ]),
        /oversized?/,
      ),
      example: '554 Data too large',
      source: 'google',
    },
    {
      id: 'size-limit',
      pattern: either(
        /size (?:limit|restriction|exceeds|is too|of (?:this|the|your) message)/,
        /\bmessage ?size\b/,
      ),
      example: '523 5.2.3 size limit exceeded',
      source: 'sisimai',
    },
    {
      id: 'too-large-message',
      pattern: /too (?:large|big|long) (?:a )?(?:message|mail|file|attachment|data)|\bsize exceeded\b/,
      example: '552 too large message',
      source: 'memory',
    },
    {
      id: 'policy-size',
      pattern: /policy size/,
      side: 'recipient',
      whoActs: 'nobody',
      says: 'it takes this recipient in a transaction of its own',
      meaning:
        'The recipients of the message are under different rules of size, which Gmail does not apply in one transaction.',
      fix: 'Nothing need be done: the sending server tries this recipient again, apart from the others.',
      example: '452 4.5.3 Domain policy size per transaction exceeded, please try this',
      source: 'google',
    },
    {
      id: 'too-much-mail-data',
      pattern: /too much (?:mail )?data/,
      example: '552 Error: Too much mail data',
      source: 'programs',
    },
    {
      id: 'exceeds-limit',
      pattern: either(
        /(?:exceed\w*|over|beyond|larger|greater|bigger)\b.{0,40}\b(?:(?:message|mail|maximum|max|size|fixed|allowed|permitted|byte|attachment|length) ?(?:size|limit)|message ?size|mail ?size|maximum size|size limit|fixed limit|max\w* (?:message|mail|allowed))/,
        /message length exceeds/,
        /larger than/,
        /(?:exceeds?|over|maximum|max)\b.{0,30}\bmessage size/,
      ),
      example: '550 has exceeded permitted limits',
      source: 'sisimai',
    },
    {
      id: 'maximum-attachment-size',
      pattern: either(
        /(?:max(?:imum)?|limit)\b.{0,24}\b(?:message|mail|attachment|allowed|file|e-?mail) ?(?:size|length)/,
        /maximum (?:message |allowed )?size/,
      ),
      example: '550 Maximum attachment size is 15MB',
      source: 'memory',
    },
    {
      id: 'so-many-bytes',
      pattern: /\b\d+ ?(?:bytes|kb|mb|mib|kib)\b.{0,40}\b(?:limit|maximum|max|exceed\w*|allowed)/,
      example: '550 5.3.4 Your message is 30 MB, our limit is 25 MB',
      source: 'memory',
    },
  ],
});
