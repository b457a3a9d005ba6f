import { afterEach, expect, test, vi } from 'vitest';
import { drawPreview } from './draw-preview';

afterEach(() => vi.unstubAllGlobals());

/** Starting the drawing takes long on a busy machine. */
const PATIENT = { timeout: 60_000 };

test('everything that a preview may hold is drawn with what is here', PATIENT, async () => {
  const asked: string[] = [];
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (url: string | URL, init?: RequestInit) => {
    if (String(url).startsWith('data:')) return fetch(url, init);
    asked.push(String(url));
    return Promise.reject(new Error('the internet was asked'));
  });
  const ascii = Array.from({ length: 0x5f }, (_, n) => String.fromCharCode(0x20 + n)).join('');
  const text = `${ascii} “”’…–·`;
  const picture = await drawPreview({
    title: text,
    headline: text,
    tone: 'bad',
    boxes: [{ title: text, state: 'hit' }],
    facts: text,
  });
  expect(Buffer.from(picture.subarray(1, 4)).toString()).toBe('PNG');
  expect(new DataView(picture.buffer).getUint32(16)).toBe(1200);
  expect(asked).toEqual([]);
});
