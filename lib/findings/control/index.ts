import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { controls } from './controls';

export const control: Topic = {
  heading: 'Controls beside the recipient',
  catalogue,
  rules: [controls],
};
