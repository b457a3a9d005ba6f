import { exchanges } from './exchanges';
import { set } from './set';

export const catalogue = { ...exchanges, ...set };
