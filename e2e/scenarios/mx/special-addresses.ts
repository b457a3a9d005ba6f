import { block } from '../block';
import { finding, forNow, scenario, zone } from '../scenario';

const at = block('special-addresses');
const origin = 'special-addresses.test';
const SPECIAL = [
  '0.0.0.0',
  '127.0.0.1',
  '10.1.2.3',
  '192.168.1.25',
  '100.64.0.25',
  '169.254.169.254',
  '224.0.0.1',
];

export default scenario({
  name: 'special-addresses',
  about: 'The exchange has one of each kind of address that nobody on the internet can reach',
  target: `user@${origin}`,
  zones: [
    zone(
      at,
      origin,
      '@ MX 10 mx1',
      ...SPECIAL.map((address) => `mx1 A ${address}`),
      'mx1 AAAA fe80::25',
      'mx1 AAAA fd00::25',
    ),
  ],
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('mx.private-address', {
      exchange: `mx1.${origin}`,
      addresses: [...SPECIAL, 'fe80::25', 'fd00::25'],
    }),
  ],
  once: ['mx.private-address'],
  saysNot: [/MXPROOF_ALLOW_NETWORKS/, /carrierGradeNat|linkLocal|uniqueLocal/],
  mustNot: ['mx.no-address', 'mx.implicit'],
});
