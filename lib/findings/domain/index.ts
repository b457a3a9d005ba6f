import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { domainRoute } from './route';
import { subdomain } from './subdomain';
import { wish } from './wish';

export const domain: Topic = {
  heading: 'The domain',
  catalogue,
  rules: [domainRoute, subdomain, wish],
};
