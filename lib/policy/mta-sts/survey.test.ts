import { describe, expect, it } from 'vitest';
import { fakeLookUp, type FakeZone } from '../fake-zone';
import type { Fetched } from '../fetched';
import { comparedWithMx, surveyMtaSts } from './survey';

const ZONE: FakeZone = {
  '_mta-sts.example.org TXT': ['v=STSv1; id=1'],
  'mta-sts.example.org A': ['192.0.2.1', '192.0.2.2'],
};
const POLICY = 'version: STSv1\nmode: enforce\nmx: mx.example.org\nmax_age: 86400\n';
const answer = (text: string, about: object = {}): Fetched => ({
  kind: 'answer',
  status: 200,
  contentType: 'text/plain',
  text,
  isWhole: true,
  ...about,
});

function survey(fetched: Fetched | readonly Fetched[], zone: FakeZone = ZONE) {
  const left = Array.isArray(fetched) ? [...(fetched as readonly Fetched[])] : [fetched as Fetched];
  return surveyMtaSts('example.org', fakeLookUp(zone), () =>
    Promise.resolve(left.shift() ?? { kind: 'failed', code: 'ECONNREFUSED' }),
  );
}

describe('a policy that cannot be gone by', () => {
  it.each<[string, Fetched, FakeZone, string, string | null]>([
    ['no record', answer(POLICY), {}, 'absent', null],
    ['no answer', answer(POLICY), { '_mta-sts.example.org TXT': 'failed' }, 'error', 'no-answer'],
    [
      'two records',
      answer(POLICY),
      { '_mta-sts.example.org TXT': ['v=STSv1; id=1', 'v=STSv1; id=2'] },
      'invalid',
      'several',
    ],
    ['no address', answer(POLICY), { '_mta-sts.example.org TXT': ['v=STSv1; id=1'] }, 'error', 'no-address'],
    [
      'another certificate',
      { kind: 'untrusted', code: 'CERT_HAS_EXPIRED' },
      ZONE,
      'error',
      'certificate: CERT_HAS_EXPIRED',
    ],
    ['a redirect', answer('', { status: 302 }), ZONE, 'error', 'redirect'],
    ['not there', answer('', { status: 404 }), ZONE, 'error', 'status 404'],
    ['without an end', answer(POLICY, { isWhole: false }), ZONE, 'error', 'too-large'],
    ['of no form', answer('<html>'), ZONE, 'invalid', 'field'],
  ])('%s', async (_, fetched, zone, state, reason) => {
    expect(await survey(fetched, zone)).toMatchObject({ state, reason });
  });
});

it('another address is tried where one does not answer', async () => {
  const got = await survey([{ kind: 'failed', code: 'ETIMEDOUT' }, answer(POLICY)]);
  expect(got).toMatchObject({
    state: 'enforce',
    address: '192.0.2.2',
    mx: ['mx.example.org'],
    maxAgeSeconds: 86_400,
  });
});

it('is compared with the exchanges', async () => {
  const view = await survey(answer(POLICY));
  expect(comparedWithMx(view, ['mx.example.org'])).toMatchObject({ mxCovered: true, uncovered: [] });
  expect(comparedWithMx(view, ['mx.example.org', 'b.example.org'])).toMatchObject({
    mxCovered: false,
    uncovered: ['b.example.org'],
  });
  expect(comparedWithMx(view, [])).toMatchObject({ mxCovered: null });
});
