import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { dnssecChain } from './chain';
import { parentsKeys } from './parents';

export const dnssec: Topic = {
  heading: 'Signatures (DNSSEC)',
  catalogue,
  rules: [dnssecChain, parentsKeys],
};
