import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { exchanges } from './exchanges';
import { withoutExchange } from './route';
import { mxSet } from './set';
import { tooManyExchanges } from './too-many';
import { wildcardExchanges } from './wildcard';

export const mx: Topic = {
  heading: 'Mail exchangers',
  catalogue,
  rules: [withoutExchange, exchanges, mxSet, tooManyExchanges, wildcardExchanges],
};
