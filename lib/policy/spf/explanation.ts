import type { LookUp } from '../lookup';
import { textOfTxt } from '../txt';
import { expand, expandDomain, type MacroString, parseExplanation } from './macro';
import { macroValues, type SpfMail } from './macro-values';

/**
 * What a domain says to a sender that it refuses (RFC 7208 §6.2); null when there is not exactly one text, or one that cannot be
 * read: then it is as if nothing were said.
 */
export async function explanationOf(
  target: MacroString,
  domain: string,
  mail: SpfMail,
  lookUp: LookUp,
): Promise<string | null> {
  const values = macroValues(domain, mail, lookUp);
  const name = await expandDomain(target, values);
  const { data } = name === '' ? { data: [] } : await lookUp(name, 'TXT');
  const [text, ...others] = data.map(textOfTxt);
  if (text === undefined || others.length > 0) return null;
  const explanation = parseExplanation(text);
  return explanation === null ? null : expand(explanation, values);
}
