import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { comparedHosts } from './compared';

export const hosts: Topic = {
  heading: 'Several exchanges',
  catalogue,
  rules: [comparedHosts],
};
