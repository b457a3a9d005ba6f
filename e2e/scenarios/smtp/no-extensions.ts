import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('no-extensions');
const origin = 'no-extensions.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'no-extensions',
  about: 'Answers EHLO without one extension',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: scripted(`mx1.${origin}`, { EHLO: [`250 mx1.${origin}`] }) },
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { hosts }), finding('tls.not-offered', { hosts })],
  mustNot: ['smtp.helo-only', 'smtp.protocol-error'],
});
