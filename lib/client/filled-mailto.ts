/**
 * A `mailto:` link with a mail in it (RFC 6068): its first line is its subject, and what it says stands after the first empty one.
 * A text that is no such mail leaves the link as it is.
 */
export function filledMailto(link: string, mail: string): string {
  const end = mail.indexOf('\n\n');
  if (end < 0 || !mail.startsWith(SUBJECT)) return link;
  const subject = mail.slice(SUBJECT.length, end);
  // RFC 6068 §5: line ends are CR LF.
  const body = mail.slice(end + 2).replaceAll('\n', '\r\n');
  return `${link}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

const SUBJECT = 'Subject: ';
