import { authentication } from './authentication';
import { identity } from './identity';
import { network } from './network';

export const catalogue = { ...network, ...identity, ...authentication };
