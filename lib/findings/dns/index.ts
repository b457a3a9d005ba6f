import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { nameServers, withoutAuthority } from './name-servers';
import { unresolvedRoute } from './unresolved';

export const dns: Topic = {
  heading: 'Name servers',
  catalogue,
  rules: [unresolvedRoute, nameServers, withoutAuthority],
};
