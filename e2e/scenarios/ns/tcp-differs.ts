import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('tcp-differs');
const origin = 'tcp-differs.test';

export default scenario({
  name: 'tcp-differs',
  about: 'A name server whose answer over TCP is an old one: the MX names another host there',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: { records: [`${origin}. 300 MX 10 old.${origin}.`], recordsOver: 'tcp' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  asked: {
    [at(1)]: [`${origin} MX tcp`, `${origin} NS tcp`, `mx1.${origin} A tcp`, `mx1.${origin} AAAA tcp`],
  },
  verdict: ACCEPTED,
  must: [
    finding('ns.transports-differ', {
      zone: origin,
      server: `ns1.${origin}`,
      address: at(1),
      question: `${origin} MX`,
      udp: `10 mx1.${origin}`,
      tcp: `10 old.${origin}`,
    }),
  ],
  mustNot: ['zone.answers-differ', 'zone.serials-differ', 'ns.no-tcp', 'survey.unfinished'],
});
