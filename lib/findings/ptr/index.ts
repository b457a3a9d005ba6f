import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { reverseNames } from './reverse-names';

export const ptr: Topic = {
  heading: 'Reverse names',
  catalogue,
  rules: [reverseNames],
};
