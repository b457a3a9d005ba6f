import { expect, test } from 'vitest';
import { protocolName } from './protocol-name';

test.each([
  ['', ''],
  ['TLS', 'TLS'],
  ['DTLSv1.2', 'DTLSv1.2'],
  ['SSLv3', 'SSL 3.0'],
  ['TLSv1', 'TLS 1.0'],
  ['TLSv1.1', 'TLS 1.1'],
  ['TLSv1.3', 'TLS 1.3'],
])('%j is called %j', (protocol, name) => expect(protocolName(protocol)).toBe(name));
