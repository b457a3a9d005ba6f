/** How writers of notices spell a reply, and how a server does: `550 5.1.1 words`. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  // `550: 5.1.1 …`, `550#5.1.1`, `550/5.1.1`, `550 - …`, `(550) …`
  [
    /(^|\n|said:? |returned:? |error:? |reason:? )['"]?([45]\d\d)(?:: ?|[#/_](?=[245]\.)| - (?=[A-Za-z]))/gi,
    '$1$2 ',
  ],
  [/(^|\n|: )\(([45]\d\d)\) (?=\S)/g, '$1$2 '],
  // `ERROR_CODE :550, ERROR_CODE :5.1.1`, `SMTP error code 550`, `error code: 550`
  [
    /\b(?:smtp )?error[ _]?code ?:? ?([45]\d\d)(?:, ?error[ _]?code ?:? ?([245]\.\d{1,3}\.\d{1,3}))?[,;:]? ?/gi,
    '\n$1 $2 ',
  ],
  [/\bsmtp error:? ([45]\d\d)[,:;]? /gi, '\n$1 '],
  [/\bresponse ?code:? ([45]\d\d)[, ]{1,4}/gi, '\n$1 '],
  // `smtp;550-5.1.1 …`, `smtp; SMTP; 550`, `status=550`
  [/\b(?:smtp ?; ?){2,}/gi, 'smtp; '],
  [/\b(?:smtp )?(?:code|status)[=:] ?([45]\d\d)[,;] ?(?:text|message|msg)[=:] ?/gi, '\n$1 '],
];

/** The words about a recipient with replies spelled as servers spell them. */
export function withPlainReplies(text: string): string {
  return FORMS.reduce((words, [form, plain]) => words.replace(form, plain), text);
}
