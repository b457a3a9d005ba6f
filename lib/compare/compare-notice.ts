import type { Before } from '@/lib/report/before';
import { decisiveSession } from '@/lib/report/decisive-session';
import type { Report } from '@/lib/report/report';
import { type Aspect, type AspectName, exactly } from './aspect';
import { compareAspects } from './compare-reports';
import type { ComparedSection } from './comparison';
import { withoutJitter } from './jitter';

/** What a notice said of a recipient (`a`), and what a check of it came to (`b`), in the form of two checks. Pure. */
export function compareNotice(before: Before, report: Report): ComparedSection[] {
  return [compareAspects('verdict', noticeAspects(before, report), checkAspects(report))];
}

function noticeAspects(
  { isDelay, stage, host, code, status, reply, permanence }: Before,
  check: Report,
): Aspect[] {
  // A notice may name the server by its address.
  const isByAddress = host !== null && host === decisiveSession(check)?.address;
  const outcome = isDelay
    ? ({ values: ['delayed'], likeness: likenessOf('temporary') } as const)
    : ({ values: ['returned'], likeness: likenessOf('permanent') } as const);
  return [
    { what: 'verdict.outcome', of: '', ...outcome },
    ...one('verdict.stage', stage),
    ...server(host, isByAddress ? (decisiveSession(check)?.exchange ?? host) : host),
    ...one('verdict.code', code),
    ...one('verdict.status', status),
    ...(reply === null ? [] : [words([reply])]),
    ...one('verdict.permanence', permanence),
  ];
}

function checkAspects(report: Report): Aspect[] {
  const { verdict } = report;
  if (verdict === null) return [];
  const session = decisiveSession(report);
  const reply = session?.reply ?? null;
  return [
    exactly('verdict.outcome', '', [verdict.outcome]),
    ...one('verdict.stage', verdict.stage),
    ...server(session?.exchange ?? null, session?.exchange ?? null),
    ...one('verdict.code', reply?.code ?? null),
    ...one('verdict.status', reply?.enhanced ?? null),
    ...(reply === null
      ? []
      : [
          words(
            reply.lines.map((line) => `${reply.code} ${line}`.trimEnd()),
            session?.queueId,
          ),
        ]),
    ...one('verdict.permanence', verdict.permanence),
  ];
}

function one(what: AspectName, value: string | number | null): Aspect[] {
  return value === null ? [] : [exactly(what, '', [String(value)])];
}

function server(shown: string | null, name: string | null): Aspect[] {
  if (shown === null || name === null) return [];
  const likeness = likenessOf(name.toLowerCase().replace(/\.$/, ''));
  return [{ what: 'verdict.server', of: '', values: [shown], likeness }];
}

/** The words of a reply: a notice quotes it in one line or several, with its codes or without. */
function words(lines: readonly string[], queueId: string | null = null): Aspect {
  const said = lines
    .join(' ')
    .replace(/(?<!\S)[2-5]\d\d[ -](?=\S)/g, '')
    .replace(/(?<!\S)[245]\.\d{1,3}\.\d{1,3}(?!\S)/g, '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
  return { what: 'verdict.reply', of: '', values: lines, likeness: withoutJitter(said, queueId) };
}

/** As `exactly` has it. */
function likenessOf(value: string): string {
  return JSON.stringify([value]);
}
