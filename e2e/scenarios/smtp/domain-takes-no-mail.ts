import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('domain-takes-no-mail');
const hosts = [`mx1.domain-takes-no-mail.test [${at(101)}]`];

export default scenario({
  name: 'domain-takes-no-mail',
  about: 'Answers the recipient with 556: that domain takes no mail',
  target: 'user@domain-takes-no-mail.test',
  zones: [zoneWithMx(at, 'domain-takes-no-mail.test')],
  mtas: {
    [at(101)]: scripted('mx1.domain-takes-no-mail.test', {
      RCPT: ['556 5.1.10 Domain does not accept mail'],
    }),
  },
  verdict: forGood('rcpt'),
  must: [finding('smtp.domain-takes-no-mail', { hosts, code: 556, enhanced: '5.1.10' })],
  mustNot: ['smtp.mailbox-unknown', 'mx.null', 'smtp.recipient-refused'],
});
