import { parseSpf } from './record';

/**
 * One record for whoever several records name; null when one of them cannot be read. Each of them counted alone said what is to become of
 * everybody else: of that the milder holds, so that nobody is rejected whom one of them let through.
 */
export function mergedSpf(texts: readonly string[]): string | null {
  const records = texts.map((text) => parseSpf(text));
  const terms: string[] = [];
  const last: string[] = [];
  let explanation: string | null = null;
  for (const record of records) {
    if (!record.ok) return null;
    const { directives, redirect, exp } = record.value;
    for (const { text, qualifier, mechanism } of directives)
      if (mechanism.kind === 'all') last.push(qualifier);
      else terms.push(text);
    // RFC 7208 §6.1: beside an “all” it would not count.
    if (redirect !== null && !directives.some(({ mechanism }) => mechanism.kind === 'all'))
      terms.push(`include:${redirect.text.slice(redirect.text.indexOf('=') + 1)}`);
    explanation ??= exp?.text ?? null;
  }
  const all = last.length === texts.length && last.every((sign) => sign === '-') ? '-all' : '~all';
  return ['v=spf1', ...new Set(terms), all, ...(explanation === null ? [] : [explanation])].join(' ');
}
