import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('replies-without-text');
const hosts = [`mx1.replies-without-text.test [${at(101)}]`];

export default scenario({
  name: 'replies-without-text',
  about: 'Answers with codes and not one word',
  target: 'user@replies-without-text.test',
  zones: [zoneWithMx(at, 'replies-without-text.test')],
  mtas: {
    [at(101)]: scripted('mx1.replies-without-text.test', {
      greeting: ['220'],
      EHLO: ['250'],
      MAIL: ['250'],
      RCPT: ['250'],
      QUIT: ['221', 'close'],
    }),
  },
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { hosts }), finding('tls.not-offered', { hosts })],
  mustNot: ['smtp.protocol-error', 'smtp.out-of-step'],
});
