import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { record } from './record';

export const dmarc: Topic = {
  heading: 'DMARC',
  catalogue,
  rules: [record],
};
