import { describe, expect, test } from 'vitest';
import {
  addressProblem,
  NewReceiver,
  ReceiverChange,
  ReceiverChangeOfForm,
  ReceiverOfForm,
} from './receiver-input';

const MAIL = { name: 'Ops', way: 'mail', address: 'ops@example.org' } as const;
const FORM = { ...MAIL, quietFrom: '', quietTo: '', timeZone: 'UTC' } as const;

const said = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message);

describe('refused', () => {
  test.each<[string, object, RegExp]>([
    ['no name', { ...MAIL, name: ' ' }, /needs a name/],
    ['a name of 61 characters', { ...MAIL, name: 'a'.repeat(61) }, /at most 60/],
    ['a name that turns the line round', { ...MAIL, name: 'a\u202eb' }, /cannot be seen/],
    ['another way', { ...MAIL, way: 'fax' }, /mail/],
    ['an address of 2,001 characters', { ...MAIL, address: 'a'.repeat(2001) }, /at most 2000/],
    ['a further field', { ...MAIL, id: 'x' }, /id/],
    ['a time that is none', { ...MAIL, quiet: { from: '24:00', to: '07:00' } }, /times such as 22:00/],
    ['hours that end as they begin', { ...MAIL, quiet: { from: '07:00', to: '07:00' } }, /another time/],
    [
      'no time zone',
      { ...MAIL, quiet: { from: '22:00', to: '07:00', timeZone: 'Mars' } },
      /no such time zone/,
    ],
  ])('%s', (_, asked, why) => {
    for (const schema of [NewReceiver, ReceiverChange])
      expect(said(schema.safeParse(asked))).toEqual([expect.stringMatching(why)]);
  });

  test.each<[string, object, RegExp]>([
    ['half of quiet hours', { ...FORM, quietFrom: '22:00' }, /a beginning and an end/],
    ['the other half', { ...FORM, quietTo: '07:00' }, /a beginning and an end/],
    ['hours that are none', { ...FORM, quietFrom: 'late', quietTo: '07:00' }, /times such as 22:00/],
    ['no name', { ...FORM, name: '' }, /needs a name/],
  ])('by a form: %s', (_, asked, why) => {
    for (const schema of [ReceiverOfForm, ReceiverChangeOfForm])
      expect(said(schema.safeParse(asked))).toEqual([expect.stringMatching(why)]);
  });

  test.each<['mail' | 'webhook' | 'ntfy' | 'apprise', string, RegExp]>([
    ['mail', 'https://example.org', /no mail address/],
    ['mail', 'a b@example.org', /no mail address/],
    ['webhook', 'ops@example.org', /no URL/],
    ['webhook', 'ftp://example.org/x', /no URL/],
    ['webhook', 'http://:a%0Ab@example.org/', /ASCII/],
    ['ntfy', 'https://ntfy.example.org/', /ends with the topic/],
    ['ntfy', 'https://ntfy.example.org/alerts?auth=x', /ends with the topic/],
    ['apprise', 'apprise.example.org', /no URL/],
  ])('%s at %s', (way, address, why) => {
    expect(addressProblem({ way, address })).toMatch(why);
  });
});

test('taken: quiet hours as minutes, of UTC where nothing else is said', () => {
  const quiet = { from: 1320, to: 420, timeZone: 'UTC' };
  expect(NewReceiver.parse(MAIL)).toEqual({ ...MAIL, quiet: null });
  expect(NewReceiver.parse({ ...MAIL, quiet: { from: '22:00', to: '07:00' } })).toEqual({ ...MAIL, quiet });
  expect(ReceiverOfForm.parse({ ...FORM, quietFrom: '22:00', quietTo: '07:00' })).toEqual({ ...MAIL, quiet });
  for (const [way, address] of [
    ['webhook', 'http://127.0.0.1/hook'],
    ['ntfy', 'https://:tk_x@ntfy.example.org/alerts'],
    ['apprise', 'https://apprise.example.org/notify/KEY'],
  ] as const)
    expect(addressProblem({ way, address })).toBeNull();
});

test('a change holds what is given, and nothing else', () => {
  expect(ReceiverChange.parse({})).toEqual({});
  expect(ReceiverChange.parse({ quiet: null })).toEqual({ quiet: null });
  expect(ReceiverChangeOfForm.parse({ ...FORM, address: ' ' })).toEqual({
    name: 'Ops',
    way: 'mail',
    quiet: null,
  });
  expect(ReceiverChangeOfForm.parse(FORM)).toEqual({ ...MAIL, quiet: null });
});
