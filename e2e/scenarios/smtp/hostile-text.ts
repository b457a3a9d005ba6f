import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('hostile-text');
const hosts = [`mx1.hostile-text.test [${at(101)}]`];
const html = '<script>alert(1)</script><img src=x onerror=alert(2)>';
/** NUL, a terminal escape that clears the screen, HTML, and bytes that are not UTF-8. */
const bytes = Buffer.from(`220 mx1 \0 \x1b[2J\x1b]0;owned\x07 ${html} \xff\xfe\r\n`, 'latin1');

export default scenario({
  name: 'hostile-text',
  about: 'Says NUL, terminal escapes and HTML, which must be shown as text',
  target: 'user@hostile-text.test',
  zones: [zoneWithMx(at, 'hostile-text.test')],
  mtas: {
    [at(101)]: scripted('mx1.hostile-text.test', {
      greeting: [{ bytes }],
      RCPT: [`550 5.1.1 ${html} unknown user`],
    }),
  },
  verdict: forGood('rcpt'),
  must: [finding('smtp.mailbox-unknown', { hosts, reply: `550 5.1.1 ${html} unknown user` })],
  mustNot: ['smtp.protocol-error'],
});
