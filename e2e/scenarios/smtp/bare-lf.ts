import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('bare-lf');
const hosts = [`mx1.bare-lf.test [${at(101)}]`];

export default scenario({
  name: 'bare-lf',
  about: 'Ends its lines with LF alone',
  target: 'user@bare-lf.test',
  zones: [zoneWithMx(at, 'bare-lf.test')],
  mtas: {
    [at(101)]: scripted('mx1.bare-lf.test', {
      greeting: [{ bytes: Buffer.from('220 mx1.bare-lf.test\n') }],
      EHLO: [{ bytes: Buffer.from('250-mx1.bare-lf.test\n250 8BITMIME\n') }],
    }),
  },
  verdict: ACCEPTED,
  must: [
    finding('smtp.bare-line-feed', { hosts, stage: 'greeting' }),
    finding('smtp.bare-line-feed', { hosts, stage: 'ehlo' }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['smtp.protocol-error', 'smtp.silent'],
});
