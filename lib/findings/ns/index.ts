import type { Topic } from '../topic';
import { failingAaaa } from './aaaa';
import { answering } from './answering';
import { catalogue } from './catalogue';
import { delegation, failedTogether } from './delegation';
import { denials } from './denials';
import { parents } from './parents';
import { upwardReferrals } from './upward-referral';

export const ns: Topic = {
  heading: 'The servers of the zone',
  catalogue,
  rules: [upwardReferrals, delegation, failedTogether, parents, answering, denials, failingAaaa],
};
