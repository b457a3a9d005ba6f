import { certificate } from './certificate';
import { starttls } from './starttls';
import { state } from './state';

export const catalogue = { ...state, ...certificate, ...starttls };
