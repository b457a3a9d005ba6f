import { expect, test } from 'vitest';
import { withoutScripts } from './frozen-html';

const OURS = '<script type="module" src="/s.js"></script>';

test.each([
  ['no script at all', '<head></head><p>a</p>', `<head>${OURS}</head><p>a</p>`],
  [
    'scripts with and without content',
    '<head><script src="/a.js" async="" nonce="n"></script></head><script nonce="n">\nself.x = "<p>";\n</script>b',
    `<head>${OURS}</head>b`,
  ],
  [
    'what only a script needs',
    '<head><link rel="preload" as="script" href="/a.js"/><link rel="preload" href="/b.js" as="script" fetchPriority="low"/><link rel="stylesheet" nonce="n" href="/a.css"/></head>',
    `<head><link rel="stylesheet" href="/a.css"/>${OURS}</head>`,
  ],
  [
    'text of the other side',
    '<head></head><p>&lt;script&gt;x&lt;/script&gt; nonce=&quot;n&quot;</p>',
    `<head>${OURS}</head><p>&lt;script&gt;x&lt;/script&gt; nonce=&quot;n&quot;</p>`,
  ],
])('%s', (_, html, stripped) => expect(withoutScripts(html, '/s.js')).toBe(stripped));
