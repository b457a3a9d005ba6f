import { accepted } from './accepted';
import { cutOff } from './cut-off';
import { inTheClear } from './in-the-clear';
import { long } from './long';
import { odd } from './odd';
import { refused } from './refused';
import { slow } from './slow';
import { unexplained } from './unexplained';

export const catalogue = {
  ...refused,
  ...unexplained,
  ...cutOff,
  ...slow,
  ...long,
  ...odd,
  ...inTheClear,
  ...accepted,
};
