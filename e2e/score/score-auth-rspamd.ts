import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { authorOf } from '@/lib/message/author';
import { namesNeeded } from '@/lib/message/names-needed';
import { readWhole, type WholeMessage } from '@/lib/message/whole-message';
import { evaluateDmarc, type ProvenDomain } from '@/lib/policy/dmarc/align';
import type { LookUp } from '@/lib/policy/lookup';
import { checkHost } from '@/lib/policy/spf/check-host';
import { type VerifiedMessage, verifyMessage } from '@/lib/server/engine/message-verifier/verify-message';
import { type Half, isIn } from './half';
import { type Outcome, type Score, summariseApart } from './outcome';
import { readLines } from './read-cases';
import { keyOf, lookUpIn, type TableName, txtData, type ZoneTable } from './zone-table';

const Expectation = z.object({ mechanism: z.string(), result: z.string() });

const Row = z.object({
  id: z.string(),
  /** None where only SPF is asked about. */
  message: z.string().optional(),
  ip: z.string().default('127.0.0.1'),
  helo: z.string().default(''),
  mail_from: z.string().default(''),
  expect: z.array(Expectation),
  not: z.array(Expectation),
});
type Row = z.infer<typeof Row>;
type Figure = 'result' | 'ofTheProgram';

const Records = z.array(
  z.object({
    name: z.string(),
    type: z.string(),
    replies: z.array(z.string()).optional(),
    rcode: z.string().optional(),
  }),
);

/** Rows that are counted apart, and why. */
const APART: readonly RegExp[] = [
  // Settings of that program: how many terms of SPF it takes, whose Received it believes.
  /\/SPF ALLOW DNS REQUESTS AT LIMIT\//,
  /\/SPF EXTERNAL RELAY\//,
  // RFC 7489 only: `pct`, and the organisation by the suffix list; RFC 9989 §4.10 walks the tree.
  /\/DMARC PCT/,
  /\/DMARC SUBDOMAIN PASS SPF RELAXED ALIGNMENT\//,
];

/** SPF, DKIM, DMARC and ARC of a message from an address. Throws with one sentence when there is nothing to read. */
export async function scoreAuthRspamd(folder: string, half: Half | null = null): Promise<Score> {
  const { rows, unreadable } = readLines(join(folder, 'cases', 'cases.jsonl'), Row);
  const table = tableOf(Records.parse(JSON.parse(readFileSync(join(folder, 'inputs', 'dns.json'), 'utf8'))));
  const outcomes: Outcome<Figure>[] = [];
  for (const row of rows.filter(({ id }) => isIn(half, id)))
    outcomes.push(outcomeOf(row, await resultsOf(row, folder, lookUpIn(table))));
  const { lines, figures } = summariseApart(outcomes, ['result', 'ofTheProgram']);
  return { lines: [...unreadable, ...lines], figures: { ...figures, unreadable: unreadable.length } };
}

function outcomeOf(row: Row, results: Readonly<Record<string, readonly string[]>>): Outcome<Figure> {
  const figure: Figure = APART.some((one) => one.test(row.id)) ? 'ofTheProgram' : 'result';
  const point =
    (wanted: boolean) =>
    ({ mechanism, result }: z.infer<typeof Expectation>) => {
      const got = results[mechanism] ?? [];
      const isThere = got.some((one) => one === result || result.startsWith(`${one} `));
      return {
        figure,
        isRight: isThere === wanted,
        miss: `${mechanism}: ${got.join(', ')}, should ${wanted ? '' : 'not '}be ${result}`,
      };
    };
  const points = [...row.expect.map(point(true)), ...row.not.map(point(false))];
  return figure === 'result' ? { name: row.id, points } : { name: row.id, points: [], beside: points };
}

/** What each mechanism comes to, in the words of the set. */
async function resultsOf(row: Row, folder: string, lookUp: LookUp): Promise<Record<string, string[]>> {
  const read = readWhole(
    row.message === undefined
      ? new Uint8Array()
      : readFileSync(join(folder, 'inputs', 'messages', row.message.replaceAll('/', '__'))),
  );
  const message = read.ok ? read.value : { fields: [], body: new Uint8Array() };
  const { dkim, arc } = await verified(message, lookUp);
  const sender = row.mail_from === '' ? `postmaster@${row.helo}` : row.mail_from;
  const envelope = sender.slice(sender.lastIndexOf('@') + 1);
  const mail = { ip: row.ip, sender, helo: row.helo, receiver: 'receiver.invalid', nowSeconds: NOW_SECONDS };
  const spf = envelope === '' ? 'none' : (await checkHost(envelope, mail, lookUp)).result;
  const proven: ProvenDomain[] = [
    ...(spf === 'pass' ? [{ by: 'spf' as const, domain: envelope }] : []),
    ...dkim.flatMap(({ result, domain }) => (result === 'pass' ? [{ by: 'dkim' as const, domain }] : [])),
  ];
  const { domain } = authorOf(message);
  const dmarc = domain === null ? null : await evaluateDmarc(domain, proven, lookUp);
  const applied = dmarc?.discovery.applied ?? 'none';
  return {
    spf: [spf],
    dkim: dkim.length === 0 ? ['none'] : dkim.map(({ result }) => result),
    arc: [arc.cv],
    dmarc: [dmarc?.result === 'fail' ? `fail, policy ${applied}` : (dmarc?.result ?? 'none')],
  };
}

const NOW_SECONDS = 1_700_000_000;

async function verified(message: WholeMessage, lookUp: LookUp): Promise<VerifiedMessage> {
  const answers: Record<string, Awaited<ReturnType<LookUp>>> = {};
  for (const name of namesNeeded(message)) answers[name] = await lookUp(name, 'TXT');
  return verifyMessage(message, { answers, nowSeconds: NOW_SECONDS });
}

/** The first entry of a name and type counts. */
function tableOf(entries: z.infer<typeof Records>): ZoneTable {
  const table = new Map<string, TableName>();
  for (const { name, type, replies = [], rcode } of entries) {
    const key = keyOf(name);
    const known = table.get(key) ?? { records: {}, isFailing: false };
    const kind = type.toUpperCase();
    const isNew = !Object.hasOwn(known.records, kind) && replies.length > 0;
    const data = kind === 'TXT' ? replies.map((text) => txtData([text])) : replies;
    table.set(key, {
      records: isNew ? { ...known.records, [kind]: data } : known.records,
      isFailing: known.isFailing || rcode === 'timeout' || rcode === 'servfail',
    });
  }
  return table;
}
