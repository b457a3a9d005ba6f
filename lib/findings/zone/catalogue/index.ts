import { records } from './records';
import { soa } from './soa';

export const catalogue = { ...records, ...soa };
