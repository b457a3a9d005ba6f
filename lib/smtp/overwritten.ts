/**
 * True for text that no server says: SMTP inspection in firewalls (Cisco's is the best known) writes asterisks over the
 * greeting and leaves a few digits, and writes X over a capability, followed by a letter (`XXXXXXXA`).
 */
export function isOverwritten(text: string): boolean {
  return (text.includes('****') && /^[*0-9. ]*$/.test(text)) || /^X{4,}[A-Z]{0,2}$/.test(text.trim());
}
