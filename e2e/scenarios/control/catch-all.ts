import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('catch-all');
const origin = 'catch-all.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'catch-all',
  about: 'Takes whatever recipient is named',
  target: `user@${origin}`,
  controls: ['random'],
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('control.accepts-any', { hosts, asked: `user@${origin}` }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['control.refuses-unknown', 'hosts.backup-accepts-any'],
});
