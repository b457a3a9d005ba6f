import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('smtputf8-offered');
const origin = 'smtputf8-offered.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'smtputf8-offered',
  about: 'An address with letters beyond ASCII, and a server with SMTPUTF8',
  target: `jürg@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, {
      EHLO: [`250-mx1.${origin}\n250-PIPELINING\n250-8BITMIME\n250-DSN\n250-SMTPUTF8\n250 CHUNKING`],
    }),
  },
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { hosts, recipient: `jürg@${origin}` })],
  mustNot: ['smtp.smtputf8-missing'],
});
