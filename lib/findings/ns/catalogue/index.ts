import { answering } from './answering';
import { delegation } from './delegation';

export const catalogue = { ...delegation, ...answering };
