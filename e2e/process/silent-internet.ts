import { type Internet, startInternet } from '../internet/internet';
import { block } from '../scenarios/block';
import { scripted, zoneWithMx } from '../scenarios/scenario';

const at = block('held');

/** A practice internet of one domain, `silent.test`, whose server never greets: a check of it goes on. */
export function startSilentInternet(): Promise<Internet> {
  return startInternet({
    zones: [zoneWithMx(at, 'silent.test')],
    behaviours: {},
    mtas: { [at(101)]: scripted('mx1.silent.test', { greeting: ['silence'] }) },
  });
}
