import { expect, test } from 'vitest';
import { callerKey } from './caller-key';

test.each([
  [null, '', ''],
  [null, 'unknown', 'unknown'],
  [null, '192.0.2.1', '192.0.2.1'],
  [null, '::ffff:192.0.2.1', '192.0.2.1'],
  [null, '2001:db8:1:2::1', '2001:db8:1:2::/64'],
  [null, '2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  [null, '2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['ann', '2001:db8:1:2::1', 'as ann'],
  ['192.0.2.1', '2001:db8:1:2::1', 'as 192.0.2.1'],
])('%j at %j is counted as %j', (who, ip, key) => expect(callerKey({ who, ip })).toBe(key));
