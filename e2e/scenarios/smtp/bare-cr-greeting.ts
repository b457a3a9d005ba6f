import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('bare-cr-greeting');
const origin = 'bare-cr-greeting.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'bare-cr-greeting',
  about: 'Greets with a line that ends with CR alone',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, {
      greeting: [{ bytes: Buffer.from(`220 mx1.${origin} ESMTP\r`) }, 'silence'],
    }),
  },
  verdict: forNow('greeting'),
  must: [finding('smtp.silent-greeting', { hosts, begun: `220 mx1.${origin} ESMTP\\x0d` })],
  mustNot: ['smtp.protocol-error', 'smtp.bare-line-feed'],
});
