import { address } from '../internet/address';
import { SCENARIO_FILES } from './files';

/** Who has a block of addresses: the registries, what is there beside scenarios, and each scenario. */
export const BLOCKS = [
  'registries',
  'ourselves',
  'held',
  'blocklists',
  ...SCENARIO_FILES.map(({ name }) => name),
  'signer',
];

/** The addresses of one scenario, by its name: .1 to .99 for its name servers, .101 and up for its MTAs. */
export function block(name: string): (host: number) => string {
  const index = BLOCKS.indexOf(name);
  if (index === -1) throw new Error(`nobody named ${name} has addresses`);
  return (host) => address(index, host);
}

/** The zone of the reverse names of a block. */
export function reverseOrigin(at: ReturnType<typeof block>): string {
  return `${at(0).split('.').slice(0, 3).reverse().join('.')}.in-addr.arpa`;
}
