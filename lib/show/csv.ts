/** OWASP, "CSV Injection": what a formula begins with, also after space. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** One row of a table (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
