import { block } from '../block';
import { finding, scenario } from '../scenario';

const at = block('no-dns-here');

export default scenario({
  name: 'no-dns-here',
  about: 'Not one root server answers: the sender’s side is suspected',
  target: 'user@no-dns-here.test',
  zones: [],
  roots: [
    { name: 'a.root', address: at(1) },
    { name: 'b.root', address: at(2) },
  ],
  behaviours: { [at(1)]: { how: 'silent' }, [at(2)]: { how: 'silent' } },
  verdict: { outcome: 'unknown', side: 'sender', permanence: 'temporary', stage: 'dns' },
  must: [finding('vantage.no-dns', { servers: [`a.root [${at(1)}]`, `b.root [${at(2)}]`], count: 2 })],
  mustNot: ['dns.no-answer', 'domain.not-found'],
});
