import { z } from 'zod';
import { type JsonInText, jsonInText } from '@/lib/mail/json-in-text';
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

/** Lists of recipients, by the names that tell what became of them. */
const LISTS = ['bouncedRecipients', 'delayedRecipients'];

/** Notices of Amazon SES through SNS: JSON in the text of a mail, alone or as a text inside of another object. */
export function readAmazonJson(lines: readonly string[]): Statements | null {
  const json = jsonInText(lines.join('\n'), MAX_READ, LISTS);
  const list = json.listOf(LISTS);
  const bounced = Bounced.safeParse(list?.values);
  if (list === null || !bounced.success || bounced.data.length === 0) return null;
  const isDelay = list.name === 'delayedRecipients';
  const kind = kindOf(json);
  const recipients = bounced.data.map(({ emailAddress, action, status, diagnosticCode = kind }) =>
    statement(emailAddress, diagnosticCode.replace(/^smtp;\s{0,5}/i, ''), {
      action: isDelay ? 'delayed' : (Action.safeParse(action?.toLowerCase()).data ?? 'failed'),
      status: status !== undefined && /^[245]\.\d{1,3}\.\d{1,3}$/.test(status) ? status : null,
    }),
  );
  return statementsOf('Amazon SES', list.begins, recipients);
}

/** What Amazon SES calls it, as words: without a reply it is all that is told. */
function kindOf({ textOf }: JsonInText): string {
  const type = textOf('bounceType', 40);
  const detail = textOf('bounceSubType', 60);
  if (type === '') return '';
  return `Amazon SES: ${type} bounce, ${detail.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')}`;
}
