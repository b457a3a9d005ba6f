import { addressesIn, isMailSystem } from './address';
import type { Mail } from './mail';

/** A notice of failure has such a subject in the languages of the servers that write them. */
const FAILURE_SUBJECT =
  /\b(?:undeliver|deliver(?:y|ed)?\b.{0,40}\b(?:fail|status|problem|error|unsuccessful|delayed|notification|incomplete)|fail(?:ed|ure)\b.{0,40}\b(?:deliver|mail|notice|message)|mail delivery|returned (?:mail|to sender)|return(?:ed)? .{0,20}to sender|non.?delivery|not delivered|could not be delivered|message delayed|warning: could not|mail system error|user unknown|nondeliverable|mail failure|bounce|unzustellbar|nicht zustellbar|non remis|échec de (?:la )?remise|no se (?:puede|pudo) entregar|mancato recapito|onbestelbaar|não (?:foi )?entregue|недоставлен|не доставлен|配信|退信|delivery reports? about your e-?mail)/iu;

const AUTOMATIC_SUBJECT =
  /^(?:re: ?)?(?:auto(?:matic|mated|-)? ?(?:reply|response|antwort)|automatische (?:antwort|abwesenheit)|out of (?:the )?office|abwesen|away from|vacation|on (?:leave|holiday)|réponse automatique|respuesta automática|risposta automatica|ticket received|auto:)/iu;

/** Which mail it is, beside what the recipients in it say, and the field that shows it. */
export interface Signs {
  /** A mail system wrote it: only then may its words be taken for a notice. */
  bySystem: string | null;
  automaticReply: string | null;
  readReceipt: string | null;
  deliveryReport: string | null;
}

/** Signs in header and parts. Text that was copied without its header counts as written by whoever wrote the words. */
export function readSigns({ header, hasHeader, parts, text }: Mail): Signs {
  const subject = header.get('subject') ?? '';
  const type = header.get('content-type') ?? '';
  const part = (pattern: RegExp) => parts.find((one) => pattern.test(one.type))?.type ?? null;
  const from = addressesIn(header.get('from') ?? header.get('sender') ?? '')[0] ?? '';
  const returnPath = header.get('return-path');
  const submitted = header.get('auto-submitted') ?? '';
  const autoHeader = ['x-autoreply', 'x-autorespond', 'x-autoreply-from', 'x-auto-response-suppress'].find(
    (name) => header.get(name) !== null && name !== 'x-auto-response-suppress',
  );
  const precedence = /^auto_?reply$/i.test(header.get('precedence') ?? '');
  const system =
    (isMailSystem(from) && `From: ${from}`) ||
    (returnPath !== null && /^<\s*>$/.test(returnPath) && 'Return-Path: <>') ||
    (header.get('x-failed-recipients') !== null && 'X-Failed-Recipients') ||
    (/mail(?:er)?[ -]?(?:delivery|daemon)|\bpostmaster\b|delivery (?:sub)?system/i.test(
      header.get('from') ?? '',
    ) &&
      `From: ${header.get('from') ?? ''}`) ||
    (FAILURE_SUBJECT.test(subject) && `Subject: ${subject}`) ||
    (!hasHeader && 'text without a header');
  return {
    bySystem: system === false ? null : system,
    automaticReply: AUTOMATIC_SUBJECT.test(subject)
      ? `Subject: ${subject}`
      : autoHeader !== undefined
        ? autoHeader
        : precedence
          ? 'Precedence: auto_reply'
          : /^auto-replied/i.test(submitted) && !FAILURE_SUBJECT.test(subject) && !isMailSystem(from)
            ? `Auto-Submitted: ${submitted}`
            : null,
    readReceipt:
      part(/^message\/(?:global-)?disposition-notification/i) ??
      (/report-type="?disposition-notification/i.test(type)
        ? 'report-type=disposition-notification'
        : null) ??
      (!hasHeader && /^final-recipient:/im.test(text) && /^disposition: /im.test(text)
        ? 'Disposition'
        : null),
    deliveryReport:
      part(/^message\/(?:global-)?delivery-status/i) ??
      (/report-type="?delivery-status/i.test(type) ? 'report-type=delivery-status' : null),
  };
}
