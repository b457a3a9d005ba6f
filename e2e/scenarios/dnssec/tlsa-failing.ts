import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('tlsa-failing');
const origin = 'tlsa-failing.test';
const fails = { failsFor: [`_tcp.mx1.${origin}`] };

export default scenario({
  name: 'tlsa-failing',
  about: 'Name servers that fail for names with an underscore: senders that ask for TLSA wait',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: fails, [at(2)]: fails },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  says: [/DANE/],
  must: [finding('dnssec.unsigned', {})],
  mustNot: ['dns.failing'],
});
