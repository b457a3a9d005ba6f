import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvent } from './read-event';

test.each([
  [''],
  ['null'],
  ['[]'],
  ['{}'],
  ['{"type":"done"}'],
  ['{"type":"nonsense","seq":1}'],
  ['{"type":"done","seq":"1"}'],
  ['{'],
])('%j is no event', (data) => expect(readEvent(data)).toBeNull());

test('an event is read', () => {
  expect(readEvent('{"type":"limit","seq":3,"limit":"x","count":1}')).toMatchObject({
    type: 'limit',
    seq: 3,
  });
});

test('nothing makes it throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (data) => void readEvent(data)));
});
