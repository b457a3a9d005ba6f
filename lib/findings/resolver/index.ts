import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { resolvers } from './resolvers';

export const resolver: Topic = {
  heading: 'Resolvers',
  catalogue,
  rules: [resolvers],
};
