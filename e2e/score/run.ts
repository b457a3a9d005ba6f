import { folderOf, score } from './sets';

/** `npm run score -- SET [DIR]`: how a set comes out; ends with one line of JSON. */
async function main([set = '', folder = folderOf(set)]: string[]): Promise<number> {
  try {
    const { lines, figures } = await score(set, folder);
    for (const line of lines) console.log(line);
    console.log(JSON.stringify({ set, ...figures }));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
