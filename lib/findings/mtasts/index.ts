import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { kept } from './kept';
import { policy } from './policy';

export const mtasts: Topic = {
  heading: 'MTA-STS',
  catalogue,
  rules: [policy, kept],
};
