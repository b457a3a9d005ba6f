import { certificate } from './certificate';
import { largeHello } from './large-hello';
import { starttls } from './starttls';
import { state } from './state';

export const catalogue = { ...state, ...certificate, ...starttls, ...largeHello };
