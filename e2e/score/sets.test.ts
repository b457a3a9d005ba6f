import { expect, test } from 'vitest';
import { sampleFolder } from './sample-folder';
import { score } from './sets';

test.each([
  ['', '.', '"" is none of the sets that can be scored: smtp-replies,'],
  ['nonsense', '/nonexistent', '"nonsense" is none of the sets'],
  ['field', '/nonexistent', 'There is no folder /nonexistent;'],
  ['field-cases', '/nonexistent', 'There is no folder /nonexistent;'],
  ['smtp-replies', sampleFolder({}), 'There is no folder'],
  ['of-tomorrow', sampleFolder({}), 'The product has no reader yet for what the set "of-tomorrow" tests'],
])('%j in %s: one sentence', async (set, folder, sentence) => {
  await expect(score(set, folder)).rejects.toThrow(sentence);
});
