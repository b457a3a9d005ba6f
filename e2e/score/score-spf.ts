import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkHost } from '@/lib/policy/spf/check-host';
import type { SpfOutcome } from '@/lib/policy/spf/outcome';
import { type Half, isIn } from './half';
import { type Outcome, type Score, summarise } from './outcome';
import { readLines } from './read-cases';
import { keyOf, lookUpIn, type TableName, txtData, type ZoneTable } from './zone-table';

const SpfRow = z.object({
  id: z.string(),
  zone: z.string(),
  helo: z.string().default(''),
  host: z.string(),
  mailfrom: z.string(),
  /** Any of them is right. */
  result: z.array(z.string()),
  /** `DEFAULT`: none that the domain gives. */
  explanation: z.string().optional(),
  receiver: z.string().optional(),
});
type SpfRow = z.infer<typeof SpfRow>;

const Entry = z.union([z.string(), z.record(z.string(), z.unknown())]);
const Zones = z.record(z.string(), z.object({ zonedata: z.record(z.string(), z.array(Entry)) }));

/** The results and explanations of RFC 7208. Throws with one sentence when there is nothing to read. */
export async function scoreSpf(folder: string, half: Half | null = null): Promise<Score> {
  const zones = Zones.parse(JSON.parse(readFileSync(join(folder, 'inputs', 'zones.json'), 'utf8')));
  const { rows, unreadable } = readLines(join(folder, 'cases', 'cases.jsonl'), SpfRow);
  const outcomes: Outcome<'result' | 'explanation'>[] = [];
  for (const row of rows.filter(({ id }) => isIn(half, id)))
    outcomes.push(outcomeOf(row, await resultOf(row, tableOf(zones[row.zone]?.zonedata ?? {}))));
  const { lines, figures } = summarise(outcomes, ['result', 'explanation']);
  return { lines: [...unreadable, ...lines], figures: { ...figures, unreadable: unreadable.length } };
}

function resultOf({ host, helo, mailfrom, receiver = 'receiver.invalid' }: SpfRow, table: ZoneTable) {
  const sender = mailfrom === '' ? `postmaster@${helo}` : mailfrom;
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  const mail = { ip: host, sender, helo, receiver, nowSeconds: 1_700_000_000 };
  return checkHost(domain, mail, lookUpIn(table));
}

function outcomeOf({ id, result, explanation }: SpfRow, got: SpfOutcome): Outcome<'result' | 'explanation'> {
  const said = `${got.result} (${JSON.stringify(got.cause ?? got.decidedBy)}), should be ${result.join(' or ')}`;
  const points: Outcome<'result' | 'explanation'>['points'] = [
    { figure: 'result', isRight: result.includes(got.result), miss: said },
  ];
  if (explanation !== undefined) {
    const wanted = explanation === 'DEFAULT' ? null : explanation;
    const miss = `${JSON.stringify(got.explanation)}, should be ${JSON.stringify(wanted)}`;
    points.push({ figure: 'explanation', isRight: got.explanation === wanted, miss });
  }
  return { name: id, points };
}

/** Records of type SPF stand for TXT, too, unless the name says that it has none, or has some of its own. */
function tableOf(zone: Readonly<Record<string, z.infer<typeof Entry>[]>>): ZoneTable {
  const table = new Map<string, TableName>();
  for (const [name, entries] of Object.entries(zone)) {
    const records = entries.flatMap((entry) => (typeof entry === 'string' ? [] : Object.entries(entry)));
    const of = (type: string) => records.filter(([key]) => key === type).map(([, data]) => data);
    const txt = of('TXT').length > 0 ? of('TXT') : of('SPF');
    table.set(keyOf(name), {
      records: Object.fromEntries(
        [
          ['TXT', txt.filter((data) => data !== 'NONE').map((data) => txtData(asStrings(data)))] as const,
          ...(['A', 'AAAA', 'PTR', 'CNAME'] as const).map((type) => [type, of(type).map(String)] as const),
          ['MX', of('MX').map((data) => mxData(asStrings(data)))] as const,
        ].filter(([, data]) => data.length > 0),
      ),
      isFailing: entries.some((entry) => typeof entry === 'string' || 'SERVFAIL' in entry),
    });
  }
  return table;
}

function asStrings(data: unknown): string[] {
  return Array.isArray(data) ? data.map(String) : [String(data)];
}

function mxData([preference = '0', exchange = '']: readonly string[]): string {
  return `${preference} ${exchange === '' ? '.' : exchange}`;
}
