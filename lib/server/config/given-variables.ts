import { readFileSync } from 'node:fs';
import { no, ok, type Result } from '@/lib/result';

/** Ends the name of a variable that names the file with the value of another one. */
const FILE = '_FILE';

/** Read by the build and by the start, before anything else: no file of their own can say them. */
const SAID_THEMSELVES = ['HOST', 'PORT', 'MXPROOF_BASE_PATH', 'MXPROOF_ENV_FILE'];

/**
 * The variables of these names as they are given: an empty one counts as none, and what stands in the file that `NAME_FILE` names is
 * the value of `NAME`, without its last line end. On failure: one sentence for each that is given twice, or cannot be read.
 */
export function givenVariables(
  environment: NodeJS.ProcessEnv,
  names: readonly string[],
): Result<Record<string, string>, string[]> {
  const values: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of names) {
    const file = SAID_THEMSELVES.includes(name) ? undefined : given(environment[name + FILE]);
    const value = given(environment[name]);
    if (file !== undefined && value !== undefined)
      problems.push(`${name} and ${name}${FILE} are both given; set one of them.`);
    else if (file === undefined) Object.assign(values, value !== undefined && { [name]: value });
    else {
      const text = textOf(file);
      if (text.ok) Object.assign(values, text.value !== '' && { [name]: text.value });
      else problems.push(`${name}${FILE} names ${file}, which cannot be read (${text.problem}).`);
    }
  }
  return problems.length === 0 ? ok(values) : no(problems);
}

function given(value: string | undefined): string | undefined {
  return value?.trim() === '' ? undefined : value;
}

function textOf(path: string): Result<string, string> {
  try {
    return ok(readFileSync(path, 'utf8').replace(/\r?\n$/, ''));
  } catch (error) {
    return no(error instanceof Error && 'code' in error ? String(error.code) : 'error');
  }
}
