import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with these files, for the tests of the readers: text as it is, rows a line each. Returns its path. */
export function sampleFolder(files: Readonly<Record<string, string | readonly object[]>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-score-'));
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      typeof content === 'string' ? content : content.map((row) => JSON.stringify(row)).join('\n'),
    );
  }
  return folder;
}
