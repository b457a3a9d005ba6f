/** Certificates that are renewed by machine are so in the last third of their life; moments in ISO 8601, `now` in milliseconds. */
export function isRenewalDue(
  { validFrom, validTo }: { validFrom: string; validTo: string },
  now: number,
): boolean {
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  return now < to && now > to - (to - from) / 3;
}
