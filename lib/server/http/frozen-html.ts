/**
 * The page that Next has drawn, without its scripts (React, and all content once more for it), with `script` in their
 * place. Text of a page cannot be mistaken for a tag or an attribute: React escapes `<` and `"` in it.
 */
export function withoutScripts(html: string, script: string): string {
  return html
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace(/<link\b[^>]*>/g, (link) => (/ as="script"/.test(link) ? '' : link))
    .replace(/ nonce="[^"]*"/g, '')
    .replace('</head>', `<script type="module" src="${script}"></script></head>`);
}
