import { either } from '../phrase';
import { rowsOf } from '../row';

/** Malware, and kinds of files that are not let through. */
export const VIRUS = rowsOf('virus', {
  virus: [
    {
      id: 'virus',
      pattern:
        /\b(?:viruse?s?|malware|trojans?|worms?|phish\w*|ransomware|spyware|exploits?|malicious|infected|infection|macro ?virus|eicar|clamav|sanesecurity|heuristics\.|security threat|potentially (?:dangerous|harmful|unsafe))\b(?!.{0,20}\b(?:scanner|scanning|check|filter|engine|service|database) (?:is |was |not |un|fail|error|time))/,
      example: '550 Rejected due to virus',
      source: 'field-manual',
    },
    {
      id: 'forbidden-file',
      pattern: either(
        /(?:banned|forbidden|prohibited|illegal|blocked|dangerous|unsafe|unacceptable|disallowed|suspicious|restricted|unwanted|bad|executable|encrypted|password[ -]protected) (?:\w+ ){0,2}(?:attach\w*|file ?(?:name|type|extension)?s?\b|extensions?|archive|content type|executable|zip)/,
        /dangerous (?:attachment|content)/,
        /invalid attach/,
      ),
      example: '550 dangerous file attached',
      source: 'field-manual',
    },
    {
      id: 'attachment-not-allowed',
      pattern:
        /(?:attach\w*|file ?(?:name|type|extension)?s?|extension|archive|zip|executable|\.(?:exe|scr|pif|bat|vbs|js|zip|rar))\b.{0,60}\b(?:not (?:allowed|permitted|accepted|acceptable|supported|safe)|forbidden|prohibited|banned|blocked|unsafe|denied|disallowed|dangerous|restricted|reject\w*|illegal|encrypted|password|unacceptable|removed|violat\w*|potential\w*)/,
      example: '550 attachments not allowed',
      source: 'memory',
    },
    {
      id: 'files-not-accepted',
      pattern: /we do(?: not|n't) accept\b.{0,30}\b(?:attach|executable|file|zip|\.\w{3})/,
      example: '552 we do not accept attachments with the extension .bat',
      source: 'memory',
    },
    {
      id: 'banned-content',
      pattern: /(?:banned|forbidden|prohibited|illegal|blocked) (?:attachment|file|extension|content)/,
      example: '554 rejecting banned content',
      source: 'field-manual',
    },
    {
      id: 'executable',
      pattern: either(/executable/, /presents a potential security/, /\bbanned\b.{0,10}\.\w{2,4}\b/),
      example: '550 5.7.1 Potentially executable content. If you meant to send this file',
      source: 'memory',
    },
  ],
});
