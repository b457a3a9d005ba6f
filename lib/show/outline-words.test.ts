import { expect, test } from 'vitest';
import type { OutlineChange } from '@/lib/compare/outline-changes';
import { outlineWords } from './outline-words';

test.each<[OutlineChange, string]>([
  [{ what: 'exchanges', gone: ['10 mx1'], come: ['10 mx2'] }, 'mail servers: without 10 mx1, with 10 mx2'],
  [
    { what: 'ns', gone: [], come: ['a', 'b', 'c', 'd', 'e', 'f'] },
    'name servers: with a, b, c, d and 2 more',
  ],
  [{ what: 'addresses', exchange: 'mx1', gone: ['192.0.2.1'], come: [] }, 'mx1: without 192.0.2.1'],
  [{ what: 'ttl', exchange: 'mx1', before: 3600, after: 300 }, 'TTL of mx1: 1 h → 5 min'],
  [
    { what: 'address-ttl', exchange: 'mx1', before: [300, 3600], after: [60] },
    'TTL of the addresses of mx1: 5 min, 1 h → 1 min',
  ],
  [{ what: 'record', policy: 'spf' }, 'SPF: another record'],
  [{ what: 'record', policy: 'mtaSts' }, 'MTA-STS: another record or policy'],
  [{ what: 'serial', before: 1, after: 2 }, 'serial: 1 → 2'],
  [
    { what: 'tls', exchange: 'mx1', before: 'trusted', after: 'not-offered' },
    'mx1: certificate trusted → no TLS',
  ],
  [
    { what: 'certificate', exchange: 'mx1', validTo: '2027-01-02T03:04:05.000Z' },
    'mx1: another certificate, until 2027-01-02',
  ],
  [{ what: 'policy', policy: 'dmarc', before: null, after: 'none' }, 'DMARC: not published → p=none'],
  [
    { what: 'policy', policy: 'mtaSts', before: 'enforce', after: 'none' },
    'MTA-STS: mode enforce → mode none',
  ],
  [{ what: 'policy', policy: 'dane', before: 'ok', after: 'mismatch' }, 'DANE: valid → does not fit'],
  [{ what: 'came', exchange: 'mx1', before: '250 2.1.5', after: '550 5.1.1' }, 'mx1: 250 2.1.5 → 550 5.1.1'],
])('%j', (change, words) => expect(outlineWords(change)).toBe(words));
