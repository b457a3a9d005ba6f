import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { limits } from './limits';

export const check: Topic = {
  heading: 'The check itself',
  catalogue,
  rules: [limits],
};
