import { existsSync } from 'node:fs';
import { folderOf } from '../score/sets';
import { scoreFieldCases } from './field-cases';

/** `npm run cases [-- DIR]`: every case that is not right, with the reason; ends with one line of JSON. */
async function main([given]: string[]): Promise<number> {
  const folder = given ?? folderOf('field-cases');
  if (!existsSync(folder)) {
    console.log(`There is no folder ${folder}, so no case is judged.`);
    return given === undefined ? 0 : 1;
  }
  try {
    const { lines, figures } = await scoreFieldCases(folder);
    for (const line of lines) console.log(line);
    const { cases, right, wrong = 0 } = figures;
    console.log(JSON.stringify({ set: 'field-cases', cases, right, partly: cases - right - wrong, wrong }));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
