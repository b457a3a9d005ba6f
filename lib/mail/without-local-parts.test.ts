import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutLocalParts } from './without-local-parts';

describe('local parts are hidden', () => {
  test.each([
    ['jane.doe@example.org refused', '…@example.org refused'],
    ['<a+b@example.org>: User unknown', '<…@example.org>: User unknown'],
    ['postmaster@example.org told bob-smith@example.org', 'postmaster@example.org told …@example.org'],
    ['bob-smith@example.org: no user bob-smith here', '…@example.org: no user … here'],
    ['failed@example.org was not delivered', '…@example.org was not delivered'],
    ['nothing to hide', 'nothing to hide'],
  ])('%s', (said, shown) => {
    expect(withoutLocalParts({ reply: said }).reply).toBe(shown);
  });

  test.each([
    ['nair_s', '…'],
    ['/var/mail/jane', '…'],
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('a recipient that is no address, %s, is hidden; that of a host is not', (address, shown) => {
    expect(withoutLocalParts({ address }).address).toBe(shown);
  });

  test('in whatever field they stand, but not in our own words or what a log is searched for', () => {
    const view = {
      id: 'x1',
      action: 'failed',
      messageId: '<failed@mail.example.org>',
      recipients: [{ address: 'failed@example.org', reply: '550 failed: no such user' }],
    };
    expect(withoutLocalParts(view)).toEqual({
      id: 'x1',
      action: 'failed',
      messageId: '<failed@mail.example.org>',
      recipients: [{ address: '…@example.org', reply: '550 …: no such user' }],
    });
  });

  test('of any address, without ever failing', () => {
    const local = fc.stringMatching(/^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~.-]{3,12}$/);
    fc.assert(
      fc.property(local, fc.string(), (name, around) => {
        const { reply } = withoutLocalParts({ reply: `${around} <${name}@example.org> ${around}` });
        expect(reply).not.toContain(`<${name}@example.org>`);
      }),
    );
  });
});
