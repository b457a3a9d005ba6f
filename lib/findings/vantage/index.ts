import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { ownClock } from './clock';
import { identity } from './identity';
import { missingFamilies } from './missing-family';
import { interception, nothingReachable } from './network';
import { ownAuthentication } from './own-authentication';
import { ownDns } from './own-dns';
import { ownSpf } from './own-spf';

export const vantage: Topic = {
  heading: 'Sender’s side',
  catalogue,
  rules: [
    interception,
    nothingReachable,
    missingFamilies,
    ownDns,
    ownClock,
    identity,
    ownSpf,
    ownAuthentication,
  ],
};
