import type { Reply } from './session';

/** How software in use names a message that it has taken; the first pattern that fits gives the id. */
const PATTERNS: readonly RegExp[] = [
  /\bqueued (?:on [\w.-]{1,255} )?as <?([\w.@,-]{4,})/i, // Postfix, Amavis, KumoMTA, Yandex, 163
  /\[InternalId=(\d+)/i, // Exchange
  /\bid=([\w-]{5,})/i, // Exim
  /\b(\w[\w.-]{1,99}) - gsmtp\b/i, // Gmail: seconds, then the id
  /\bMessage (\d{4,}) accepted\b/i, // Cisco
  /\b([\w.-]{5,100}) (?:Message|mail) accepted\b/i, // Sendmail, OpenSMTPD, Proofpoint
  /\bMessage Queued \(([\w.-]+)\)/i, // Haraka
  /\b(?:ok \d+|accepted message) (qp \d+)/i, // qmail, Qpsmtpd
  /\bReceived OK \[([\w.-]+)\]/i, // Mimecast
  /\b(?:queue[ -]?id|message[ -]?id|mail[ -]?id|uuid|ref(?:erence)?|queued(?: mail)?(?: for delivery)?)[:=\s]+<?(?=[a-z_.@+-]*\d)([\w.@+-]+)>?/i,
  /^ok\. (\w+\/(?=[a-z_-]*\d)[\w-]+)$/i, // Rackspace
  /^ok:? <?(?=[a-z_.@+-]*\d[\w.@+-]{6})([\w.@+-]+)>?$/i, // Amazon SES
];

/** The id under which the other side has the message, from its reply to the final dot; null when it names none. */
export function queueIdOf(reply: Reply): string | null {
  const text = reply.lines.map((line) => line.replace(/^\d\.\d{1,3}\.\d{1,3} +/, '')).join(' ');
  for (const pattern of PATTERNS) {
    const id = pattern.exec(text)?.[1];
    if (id !== undefined) return id.replace(/(?<![.,])[.,]+$/, '');
  }
  return null;
}
