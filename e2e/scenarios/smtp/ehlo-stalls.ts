import { block } from '../block';
import { finding, forNow, scenario, scripted, SILENCE_SECONDS, zoneWithMx } from '../scenario';

const at = block('ehlo-stalls');
const origin = 'ehlo-stalls.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'ehlo-stalls',
  about: 'Begins to answer EHLO and does not end',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: scripted(`mx1.${origin}`, { EHLO: [`250-mx1.${origin}\n250-PIPELINING`, 'silence'] }) },
  verdict: forNow('ehlo'),
  must: [
    finding('smtp.silent', { hosts, stage: 'ehlo', seconds: SILENCE_SECONDS, begun: `250-mx1.${origin}` }),
  ],
  mustNot: ['smtp.silent-greeting', 'smtp.protocol-error', 'smtp.helo-only'],
});
