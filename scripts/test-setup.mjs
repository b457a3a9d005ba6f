// Before the unit tests, also when vitest is called by itself.
export { bundleMailReader as setup } from './ready.mjs';
