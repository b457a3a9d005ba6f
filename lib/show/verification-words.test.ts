import { describe, expect, test } from 'vitest';
import type { Verification } from '@/lib/verify/verification';
import { verificationTitle, verifiedPoints } from './verification-words';

interface States {
  digest?: Verification['digest']['state'];
  seen?: Verification['seen']['state'];
  judgement?: Verification['judgement']['state'];
  own?: Verification['own']['state'];
  isEndSame?: boolean;
}

function verification({
  digest = 'matches',
  seen = 'as-evidence',
  judgement = 'same',
  own = 'none',
  isEndSame,
}: States): Verification {
  const deviations = { count: 0, first: [] };
  return {
    check: {
      id: null,
      target: null,
      startedAt: null,
      finishedAt: null,
      status: null,
      software: null,
      schema: 2,
      rules: 21,
    },
    digest: { state: digest, stated: 'sha256:a', made: digest === 'no-evidence' ? null : 'sha256:a' },
    seen: { state: seen, deviations },
    judgement: { state: judgement, areSeveritiesOther: false, deviations },
    today: null,
    own: { state: own, url: null, isEndSame: isEndSame ?? null },
  };
}

describe('the answer is the worst of what was found', () => {
  test.each<[States, RegExp]>([
    [{ own: 'other' }, /^Not what was seen here/],
    [{ digest: 'differs', own: 'same' }, /^Altered/],
    [{ seen: 'otherwise', own: 'same' }, /^The evidence is unaltered, but/],
    [{ judgement: 'otherwise', own: 'same' }, /conclusions in the file do not follow/],
    [{ own: 'same' }, /^Genuine/],
    [{ digest: 'no-evidence', seen: 'not-compared', own: 'same' }, /^Genuine/],
    [{}, /^Unaltered/],
    [{ judgement: 'other-rules' }, /^Unaltered/],
    [{ digest: 'no-evidence', seen: 'not-compared' }, /^It cannot be told/],
    [{ digest: 'not-stated' }, /^It cannot be told/],
    [{ own: 'damaged', digest: 'no-evidence', seen: 'not-compared' }, /^It cannot be told/],
  ])('%j', (states, title) => {
    expect(verificationTitle(verification(states)).title).toMatch(title);
  });
});

test('unaltered is nowhere said to be genuine without a copy here', () => {
  const said = verifiedPoints(verification({})).map(({ says }) => says);
  expect(said.join(' ')).toContain('This does not prove who made it');
  expect(said.join(' ')).toContain('Nobody here can say who made the file');
});

test('that the end is told otherwise is said beside the same evidence', () => {
  const own = verifiedPoints(verification({ own: 'same', isEndSame: false })).find(({ id }) => id === 'own');
  expect(own).toMatchObject({ tone: 'wait', says: expect.stringContaining('no digest covers that') });
});
