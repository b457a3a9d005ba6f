import { PATIENCE_MS } from '../../patience';
import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('tarpit');
const hosts = [`mx1.tarpit.test [${at(101)}]`];
const greeting = [
  ...Array.from({ length: 24 }, () => ['220-Please be patient', { waitMs: 250 }]).flat(),
  '220 mx1.tarpit.test',
];

export default scenario({
  name: 'tarpit',
  about: 'Greets in many lines, one every 250 ms',
  target: 'user@tarpit.test',
  zones: [zoneWithMx(at, 'tarpit.test')],
  mtas: { [at(101)]: scripted('mx1.tarpit.test', { greeting }) },
  greetingTimeoutMs: PATIENCE_MS,
  verdict: ACCEPTED,
  must: [
    finding('smtp.slow-greeting', { hosts, seconds: 6, teaser: '' }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['smtp.silent-greeting', 'smtp.protocol-error'],
});
