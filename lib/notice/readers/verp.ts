/** `list-bounces+user=example.org@lists.example`, `list-return-17-user=example.org@…`: the recipient in the return path. */
const VERP =
  /^(?:[^@\s]{0,120}\+|[^@\s+]{0,120}-\d{1,20}-|[^@\s+]{0,120}?-)([^@\s+=-][^@\s+=]{0,63})=((?:[a-z0-9-]{1,63}\.){1,8}[a-z0-9-]{2,63})@/i;

/** The recipient that a variable envelope return path names; null when it is none. */
export function recipientOfVerp(address: string): string | null {
  const [, local, domain] = VERP.exec(address.slice(0, 400)) ?? [];
  return local === undefined || domain === undefined ? null : `${local}@${domain}`;
}
