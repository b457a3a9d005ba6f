import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../score/sets';
import type { Score } from '../score/outcome';
import { scoreFieldCases } from './field-cases';
import { SITUATIONS_FILE } from './situations/read-situations';
import { scoreSituations } from './situations/score-situations';

/** `npm run cases [-- DIR]`: every case and every situation that is not right, with the reason; a line of JSON for each file. */
async function main([given]: string[]): Promise<number> {
  const folder = given ?? folderOf('field-cases');
  if (!existsSync(folder)) {
    console.log(`There is no folder ${folder}, so no case is judged.`);
    return given === undefined ? 0 : 1;
  }
  try {
    print('field-cases', await scoreFieldCases(folder));
    if (existsSync(join(folder, SITUATIONS_FILE))) print('situations', await scoreSituations(folder));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function print(set: string, { lines, figures }: Score): void {
  for (const line of lines) console.log(line);
  const { cases, right, wrong = 0 } = figures;
  console.log(JSON.stringify({ set, ...figures, partly: cases - right - wrong }));
}

process.exitCode = await main(process.argv.slice(2));
