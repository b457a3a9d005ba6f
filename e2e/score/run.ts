import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCases } from './read-cases';
import { scoreBounces } from './score-bounces';
import { scoreFeedback } from './score-feedback';
import { scoreReplies } from './score-replies';
import { type Scored, scoreRow } from './score-syntax';
import { scoreZonemaster } from './score-zonemaster';

const SETS = ['email-syntax', 'domain-syntax'] as const;

/** `npm run score -- SET [DIR]`: how many rows of a set come out as their authors say. Ends with one line of JSON. */
async function main([name, folder = join('..', 'shared', 'corpora', name ?? '')]: string[]): Promise<number> {
  if (name === 'smtp-replies') {
    if (!existsSync(folder)) return fail(`There is no folder ${folder}; give it as second argument.`);
    for (const line of scoreReplies(readCases(folder))) console.log(line);
    return 0;
  }
  if (name !== undefined && (name.startsWith('bounces-') || name === 'arf')) {
    if (!existsSync(folder)) return fail(`There is no folder ${folder}; give it as second argument.`);
    const rows = readCases(folder);
    const lines = name === 'arf' ? await scoreFeedback(rows, folder) : await scoreBounces(name, rows, folder);
    for (const line of lines) console.log(line);
    return 0;
  }
  if (name === 'dns-zonemaster') {
    if (!existsSync(folder)) return fail(`There is no folder ${folder}; give it as second argument.`);
    for (const line of scoreZonemaster(readCases(folder))) console.log(line);
    return 0;
  }
  const set = SETS.find((known) => known === name);
  if (set === undefined)
    return fail(
      `Name one of the sets ${SETS.join(', ')}, smtp-replies, bounces-sisimai, bounces-flufl, bounces-misc, arf, dns-zonemaster; "${name ?? ''}" is none that can be scored yet.`,
    );
  if (!existsSync(folder))
    return fail(`There is no folder ${folder}; give the folder of the set as second argument.`);
  const rows = readCases(folder);
  const scored = rows.map((row) => scoreRow(set, row));
  const counting = scored.filter((row) => row !== null);
  const wrong = counting.filter(({ expected, got }) => expected !== got);
  for (const row of wrong) console.log(sentence(row));
  console.log(
    JSON.stringify({
      set,
      cases: counting.length,
      right: counting.length - wrong.length,
      unreadable: rows.length - counting.length,
    }),
  );
  return 0;
}

function sentence({ input, expected, problem }: Scored): string {
  const said = expected
    ? `refused (${problem ?? 'other kind'}), should be valid`
    : 'accepted, should be invalid';
  return `${JSON.stringify(input)}: ${said}`;
}

function fail(why: string): number {
  console.error(why);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
