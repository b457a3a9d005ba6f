import { finding, forGood, scenario } from '../scenario';

export default scenario({
  name: 'domain-not-found',
  about: 'The domain does not exist',
  target: 'user@domain-not-found.test',
  zones: [],
  verdict: forGood('dns'),
  must: [finding('domain.not-found', { domain: 'domain-not-found.test', zone: 'test' })],
  mustNot: ['domain.no-mail-service', 'dns.no-answer', 'mx.implicit'],
});
