import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { policy } from './policy';

export const mtasts: Topic = {
  heading: 'MTA-STS',
  catalogue,
  rules: [policy],
};
