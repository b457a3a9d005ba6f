import type { Topic } from '../topic';
import { aliasBesideOthers } from './alias-beside';
import { catalogue } from './catalogue';
import { serverAnswers } from './server-answers';
import { soaRecord } from './soa';
import { zoneTimes } from './times';

export const zone: Topic = {
  heading: 'The zone',
  catalogue,
  rules: [serverAnswers, soaRecord, zoneTimes, aliasBesideOthers],
};
