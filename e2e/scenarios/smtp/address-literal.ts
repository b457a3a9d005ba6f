import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('address-literal');

export default scenario({
  name: 'address-literal',
  about:
    'An address literal as target: no DNS on the way of the mail; the reverse name and our own names are looked up',
  target: `user@[${at(101)}]`,
  zones: [],
  mtas: { [at(101)]: polite('literal.test', { certificate: 'none' }) },
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { hosts: [`[${at(101)}]`] })],
  mustNot: ['mx.implicit', 'mx.is-address-literal', 'vantage.no-dns'],
});
