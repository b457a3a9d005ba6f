import { block } from '../block';
import { depends, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mx-differs');
const origin = 'mx-differs.test';
const old = ['@ 3600 SOA ns1 hostmaster 2025010101 7200 900 1209600 300', '@ MX 10 gone'];

export default scenario({
  name: 'mx-differs',
  about: 'One name server still names an exchange that is gone, so it depends on who is asked',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(2)]: { records: old } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: depends('recipient'),
  cases: ['accepted', 'permanent'],
  lookFirst: 'recipient',
  causes: { 'recipient-dns': 'supported', 'sender-dns': 'ruled-out' },
  says: [/The sender’s resolver asks ns2\.mx-differs\.test/, /It depends/],
  saysNot: [/chance/],
  must: [finding('zone.answers-differ', { question: `${origin} MX` })],
  mustNot: ['mx.implicit', 'hosts.disagree'],
});
