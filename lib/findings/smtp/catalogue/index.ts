import { accepted } from './accepted';
import { cutOff } from './cut-off';
import { inTheClear } from './in-the-clear';
import { long } from './long';
import { odd } from './odd';
import { refused } from './refused';
import { refusedSender } from './refused-sender';
import { slow } from './slow';
import { unexplained } from './unexplained';

export const catalogue = {
  ...refused,
  ...refusedSender,
  ...unexplained,
  ...cutOff,
  ...slow,
  ...long,
  ...odd,
  ...inTheClear,
  ...accepted,
};
