import { compile } from 'html-to-text';

const AS_BLOCKS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'tr', 'td', 'th'];

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: 500_000, maxDepth: 60, maxChildNodes: 5_000 },
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
  return convert(html);
}
