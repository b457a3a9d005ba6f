import { engines, version } from '@/package.json';

/** As it is told in reports and by `/api/health`. */
export const SOFTWARE_VERSION: string = version;

/** Whether mxproof runs on this version of Node, by what `package.json` tells npm: `>=MAJOR.MINOR <MAJOR`. */
export function isSupportedNode(version: string): boolean {
  const [major = 0, minor = 0] = numbersIn(version);
  const [fromMajor = 0, fromMinor = 0, below = 0] = numbersIn(engines.node);
  return (major > fromMajor || (major === fromMajor && minor >= fromMinor)) && major < below;
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
}
