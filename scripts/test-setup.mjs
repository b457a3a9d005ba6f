// Before the unit tests, also when vitest is called by itself.
export { bundlePrograms as setup } from './ready.mjs';
