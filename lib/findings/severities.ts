import type { z } from 'zod';
import { no, ok, type Result } from '@/lib/result';
import { Severity } from '@/lib/report/finding';
import { catalogue, type FindingCode } from './catalogue';

/** `ok` and `unknown` say that nothing is wrong and that nothing is known: an opinion makes neither of a finding. */
const ChosenSeverity = Severity.extract(['notice', 'info', 'warning', 'error']);

/** What an operator thinks of findings, in place of the severity that the catalogue gives them. */
export type Severities = Readonly<Partial<Record<FindingCode, z.infer<typeof ChosenSeverity>>>>;

export const AS_SHIPPED: Severities = {};

/** Reads `{ "CODE": "notice" | "info" | "warning" | "error" }`; on failure names the first entry that is wrong. */
export function parseSeverities(text: string): Result<Severities, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return no('it is not JSON');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return no('it is not an object of codes and severities');
  const severities: { -readonly [C in keyof Severities]: Severities[C] } = {};
  for (const [code, value] of Object.entries(json)) {
    if (!isFindingCode(code)) return no(`"${code}" is no finding`);
    const severity = ChosenSeverity.safeParse(value);
    if (!severity.success)
      return no(
        `"${code}" is ${JSON.stringify(value)}, which is none of ${ChosenSeverity.options.join(', ')}`,
      );
    severities[code] = severity.data;
  }
  return ok(severities);
}

export function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(catalogue, code);
}
