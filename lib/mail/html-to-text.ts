import { compile } from 'html-to-text';

const AS_BLOCKS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'tr', 'td', 'th'];

/** Characters of HTML that are read; the longest notices have some 60,000. */
const MAX_HTML = 200_000;

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML, maxDepth: 60, maxChildNodes: 5_000 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...AS_BLOCKS.map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
  ],
});

/** The words of HTML, a line for each block, without scripts and styles. Nothing is fetched or run. */
export function htmlToText(html: string): string {
  return convert(html.slice(0, MAX_HTML));
}
