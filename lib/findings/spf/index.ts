import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { record } from './record';

export const spf: Topic = {
  heading: 'SPF',
  catalogue,
  rules: [record],
};
