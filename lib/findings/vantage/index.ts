import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { ownClock } from './clock';
import { identity } from './identity';
import { interception, nothingReachable, missingIpv6 } from './network';
import { ownDns } from './own-dns';

export const vantage: Topic = {
  heading: 'Sender’s side',
  catalogue,
  rules: [interception, nothingReachable, missingIpv6, ownDns, ownClock, identity],
};
