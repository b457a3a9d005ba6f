import { expect, test } from 'vitest';
import { parseDomainName } from '@/lib/dns/name';
import { dnssecCrypto } from '@/lib/net/dnssec-crypto';
import { dsFor } from './keys';
import { dnskeyOf } from './records';

test('RFC 4509 §2.3: the DS record with SHA-256 of a key', () => {
  const data =
    '256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==';
  const zone = parseDomainName('dskey.example.com');
  const key = dnskeyOf({ name: '.', ttl: 0, type: 'DNSKEY', data });
  if (!zone.ok || key === null) throw new Error('the example of the RFC was not read');
  expect(dsFor(zone.value, key, dnssecCrypto)).toBe(
    '60485 5 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A',
  );
});
