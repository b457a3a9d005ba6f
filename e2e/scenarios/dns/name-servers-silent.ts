import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('name-servers-silent');

export default scenario({
  name: 'name-servers-silent',
  about: 'No name server of the domain answers',
  target: 'user@name-servers-silent.test',
  zones: [zoneWithMx(at, 'name-servers-silent.test')],
  behaviours: { [at(1)]: { how: 'silent' }, [at(2)]: { how: 'silent' } },
  verdict: forNow('dns'),
  must: [
    finding('dns.no-answer', {
      question: 'name-servers-silent.test MX',
      zone: 'name-servers-silent.test',
      servers: [`ns1.name-servers-silent.test [${at(1)}]`, `ns2.name-servers-silent.test [${at(2)}]`],
      tries: 4,
    }),
  ],
  mustNot: ['domain.not-found', 'domain.no-mail-service', 'dns.server-silent', 'vantage.no-dns'],
});
