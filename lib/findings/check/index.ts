import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { limits } from './limits';
import { notAskedAbout, notContacted } from './not-contacted';

export const check: Topic = {
  heading: 'The check itself',
  catalogue,
  rules: [limits, notContacted, notAskedAbout],
};
