import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { failedConnections } from './connections';

export const tcp: Topic = {
  heading: 'Connections',
  catalogue,
  rules: [failedConnections],
};
