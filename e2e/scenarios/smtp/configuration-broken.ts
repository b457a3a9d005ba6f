import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('configuration-broken');
const hosts = [`mx1.configuration-broken.test [${at(101)}]`];

export default scenario({
  name: 'configuration-broken',
  about: 'Refuses everybody for good, since its own configuration is wrong',
  target: 'user@configuration-broken.test',
  zones: [zoneWithMx(at, 'configuration-broken.test')],
  mtas: {
    [at(101)]: polite('mx1.configuration-broken.test', {
      recipients: { '*': '554 5.3.5 Local configuration error' },
    }),
  },
  verdict: forGood('rcpt'),
  must: [finding('smtp.trouble', { hosts, stage: 'rcpt', code: 554, enhanced: '5.3.5' })],
  mustNot: ['smtp.recipient-refused'],
});
