/** Whether an address, or a domain, is of a domain or one below it. */
export function isAt(address: string, domain: string): boolean {
  const at = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return at === domain || at.endsWith(`.${domain}`);
}
