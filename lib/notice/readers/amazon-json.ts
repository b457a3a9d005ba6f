import { z } from 'zod';
import { Action } from '../notice';
import { statement, type Statements, statementsOf } from '../statement';

/** Characters that are read; what matters stands before the copy of the header. */
const MAX_READ = 60_000;

const Bounced = z.array(
  z.object({
    emailAddress: z.string().min(3).max(320),
    action: z.string().optional(),
    status: z.string().optional(),
    diagnosticCode: z.string().optional(),
  }),
);

/** The list of recipients, by the name that tells what became of them. */
const LIST = /"(bouncedRecipients|delayedRecipients)"\s{0,20}:\s{0,20}\[/;

/** Notices of Amazon SES through SNS: JSON in the text of a mail, alone or as a text inside of another object. */
export function readAmazonJson(lines: readonly string[]): Statements | null {
  const text = withoutWrapper(lines.join('\n').slice(0, MAX_READ));
  const list = LIST.exec(text);
  if (list === null) return null;
  const from = list.index + list[0].length - 1;
  const bounced = Bounced.safeParse(jsonOf(text.slice(from, endOfList(text, from))));
  if (!bounced.success || bounced.data.length === 0) return null;
  const isDelay = list[1] === 'delayedRecipients';
  const kind = kindOf(text);
  const recipients = bounced.data.map(({ emailAddress, action, status, diagnosticCode = kind }) =>
    statement(emailAddress, diagnosticCode.replace(/^smtp;\s{0,5}/i, ''), {
      action: isDelay ? 'delayed' : (Action.safeParse(action?.toLowerCase()).data ?? 'failed'),
      status: status !== undefined && /^[245]\.\d{1,3}\.\d{1,3}$/.test(status) ? status : null,
    }),
  );
  return statementsOf('Amazon SES', list[0], recipients);
}

/** What Amazon SES calls it, as words: without a reply it is all that is told. */
function kindOf(text: string): string {
  const type = /"bounceType"\s{0,20}:\s{0,20}"(\w{1,40})"/.exec(text)?.[1] ?? '';
  const detail = /"bounceSubType"\s{0,20}:\s{0,20}"(\w{1,60})"/.exec(text)?.[1] ?? '';
  if (type === '') return '';
  return `Amazon SES: ${type} bounce, ${detail.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')}`;
}

/** SNS puts the notice into a text of another object: one level of backslashes more. */
function withoutWrapper(text: string): string {
  return /\\"(?:bounced|delayed)Recipients\\"/.test(text) ? text.replace(/\\(.)/g, '$1') : text;
}

/** Behind the bracket that closes the one at `from`; brackets in texts do not count. */
function endOfList(text: string, from: number): number {
  let depth = 0;
  let isInText = false;
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (isInText) {
      if (sign === '\\') at++;
      else if (sign === '"') isInText = false;
    } else if (sign === '"') isInText = true;
    else if (sign === '[') depth++;
    else if (sign === ']' && --depth === 0) return at + 1;
  }
  return text.length;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
