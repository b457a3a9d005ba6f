import ipaddr from 'ipaddr.js';

/**
 * One key for all spellings that reach the same recipient, to count by; never to be shown or sent to. Neither letter case nor
 * quotes and backslashes (RFC 5321 §4.1.2), nor the composition of letters (RFC 6531 §3.1 recommends NFC), nor what stands
 * behind a plus makes a recipient a second one; a literal is its address. Two recipients of a server that tells such
 * spellings apart share a key, which costs one of them a turn. Never throws; text that is no mailbox has a key as well.
 */
export function recipientKey(mailbox: string): string {
  const at = mailbox.lastIndexOf('@');
  const local = unquoted(mailbox.slice(0, Math.max(at, 0)))
    .normalize('NFC')
    .toLowerCase();
  const [name = ''] = local.split('+', 1);
  return `${name.trim() || local}@${placeKey(mailbox.slice(at + 1))}`;
}

function unquoted(local: string): string {
  const inside =
    local.length > 1 && local.startsWith('"') && local.endsWith('"') ? local.slice(1, -1) : local;
  return inside.replace(/\\(.)/gsu, '$1');
}

/** The address of a literal, an IPv4-mapped one as IPv4; a domain without the dot of the root. */
function placeKey(place: string): string {
  const text = place.trim().toLowerCase();
  const literal = /^\[(?:ipv6:)?([0-9a-f:.]+)\]$/.exec(text)?.[1] ?? '';
  if (ipaddr.isValid(literal)) return `[${ipaddr.process(literal).toString()}]`;
  return text.replace(/\.$/, '');
}
